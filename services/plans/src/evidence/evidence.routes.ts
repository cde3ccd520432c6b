import { rm } from 'node:fs/promises';
import { type FileStore, type ReceivedFile, sendFile } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import { uploadKey, uploadRoute } from '@lienthong/kit/uploads';
import { couldEver } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import { markingOf } from '../drafts/document-reader.ts';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { demandNotHeld, ownerOf, quarantine } from '../quarantine/quarantine.service.ts';
import { getTask } from '../tasks/task.access.ts';
import { factsOf } from '../tasks/task.policy.ts';
import { Evidence } from './evidence.entity.ts';

/** Evidence goes up before it is used and comes down to those who may read the task's evidence. */
export function evidenceRoutes(files: FileStore): Route<PlansContext>[] {
  return [
    uploadRoute<PlansContext>('plans', files, demandSender, refuseMarked),
    {
      method: 'GET',
      path: '/files/plans/evidence/:id',
      handle: async (context, { response, params }) => {
        const evidence = await findEvidence(context, params.id ?? '');
        await sendFile(response, evidence, await files.read(uploadKey(evidence.uploadId)));
      },
    },
  ];
}

function demandSender({ actor }: PlansContext): void {
  if (!couldEver(actor, 'create', 'Evidence')) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
}

/** A document that bears a secrecy marking is no evidence; a scan that nobody can read passes. */
async function refuseMarked(context: PlansContext, file: ReceivedFile): Promise<void> {
  if (!READABLE.test(file.name)) return;
  const owner = ownerOf(context);
  if (await demandNotHeld(context, owner, file.sha256)) return;
  const marking = await markingOf(file);
  if (!marking) return;
  await rm(file.localFile, { force: true });
  await quarantine(context, owner, file, marking);
}

const READABLE = /\.(docx|xlsx|pdf)$/i;

async function findEvidence(context: PlansContext, id: string): Promise<Evidence> {
  return context.read(async (manager) => {
    const evidence = await manager.findOneBy(Evidence, { id });
    const report = evidence && (await manager.findOneBy(ProgressReport, { id: evidence.progressReportId }));
    if (!evidence || !report) throw new Refusal('NOT_FOUND', 'NOT_FOUND');
    context.demand('read', 'Evidence', factsOf(context, await getTask(manager, report.taskId)));
    return evidence;
  });
}
