import { type FileStore, sendFile } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import { uploadKey, uploadRoute } from '@lienthong/kit/uploads';
import { couldEver } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { getTask } from '../tasks/task.access.ts';
import { factsOf } from '../tasks/task.policy.ts';
import { Evidence } from './evidence.entity.ts';

/** Evidence goes up before it is used and comes down to those who may read the task's evidence. */
export function evidenceRoutes(files: FileStore): Route<PlansContext>[] {
  return [
    uploadRoute<PlansContext>('plans', files, ({ actor }) => {
      if (!couldEver(actor, 'create', 'Evidence')) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
    }),
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

async function findEvidence(context: PlansContext, id: string): Promise<Evidence> {
  return context.read(async (manager) => {
    const evidence = await manager.findOneBy(Evidence, { id });
    const report = evidence && (await manager.findOneBy(ProgressReport, { id: evidence.progressReportId }));
    if (!evidence || !report) throw new Refusal('NOT_FOUND', 'NOT_FOUND');
    context.demand('read', 'Evidence', factsOf(context, await getTask(manager, report.taskId)));
    return evidence;
  });
}
