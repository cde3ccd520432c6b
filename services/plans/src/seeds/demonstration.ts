import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore } from '@lienthong/kit/files';
import { uploadKey } from '@lienthong/kit/uploads';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';
import { Follower, FollowerRole } from '../followers/follower.entity.ts';
import { Plan } from '../plans/plan.entity.ts';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { bearersOf } from '../tasks/bearers.ts';
import { type Part, rollUp } from '../tasks/roll-up.ts';
import { Task } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import { DEMONSTRATION_DAY, hasFixedOutcome, type Outcome, outcomeOf, outcomeOfPart } from './demonstration-outcome.ts';
import { addPart, type Rows } from './demonstration-part.ts';
import { ASSIGNMENT_NOTE, handOf, officerOf } from './demonstration-words.ts';
import { Random } from './random.ts';
import { tinyPdf } from './tiny-pdf.ts';

const SEED = 285;
/** A row that names more units than this names them as a class. */
const NAMED = 6;

/** What people have done by the day of the demonstration; the same on every machine, and only once. */
export async function makeDemonstration(
  manager: EntityManager,
  hierarchy: Hierarchy,
  files: FileStore,
): Promise<number> {
  if ((await manager.count(ProgressReport)) > 0) return 0;
  const random = new Random(SEED);
  const rows: Rows = { unit_progress: [], assignments: [], progress_reports: [], evidence: [], timeline_entries: [] };
  const plans = new Map((await manager.find(Plan)).map((plan) => [plan.id, plan]));
  const agencies = await standingAgencies(manager);
  const tasks = await manager.find(Task, { order: { planId: 'ASC', ordinal: 'ASC' } });
  const outcomes = new Map<string, Outcome>();
  const changed: object[] = [];
  const evidenceFor: EvidenceAsked[] = [];
  // A letter repeats rows of a plan: what was done for the one was done for the other.
  for (const task of tasks.sort((a, b) => Number(a.sameAsId !== null) - Number(b.sameAsId !== null))) {
    if (task.state === TaskState.COMPLETED) continue;
    const bearers = bearersOf(task, hierarchy, DEMONSTRATION_DAY);
    if (bearers.length === 0) continue;
    const openedOn = plans.get(task.planId)?.openedOn ?? task.runsFrom;
    const whole = (task.sameAsId && outcomes.get(task.sameAsId)) || outcomeOf(task, openedOn, random);
    outcomes.set(task.id, whole);
    const parts = new Map<string, Part>();
    const followerId = agencies.get(task.planId) ?? null;
    for (const unitId of bearers) {
      const alike = bearers.length === 1 || (bearers.length <= NAMED && hasFixedOutcome(task.id));
      const outcome = alike ? whole : outcomeOfPart(whole, task, random);
      parts.set(unitId, {
        ...outcome,
        completedOn: outcome.state === TaskState.COMPLETED ? outcome.completedOn : null,
      });
      const isBrief = bearers.length > NAMED;
      const { evidenceFor: reportId } = addPart(
        rows,
        hierarchy,
        { task, unitId, outcome, followerId, isBrief },
        random,
      );
      if (reportId && !isBrief && outcome.completedOn)
        evidenceFor.push({ reportId, task, unitId, on: outcome.completedOn });
      assign(rows, hierarchy, task, unitId, outcome, random);
    }
    const { state, percent, completedOn, done } = rollUp(parts, bearers);
    changed.push({ id: task.id, state, percent, completed_on: completedOn, bearers_done: done, version: 2 });
  }
  for (const asked of evidenceFor) rows.evidence.push(await makeEvidence(asked, hierarchy, files, random));
  for (const table of ['unit_progress', 'assignments', 'progress_reports', 'evidence', 'timeline_entries'] as const) {
    await insertRows(manager, table, rows[table]);
  }
  await manager.query(
    `update plans.tasks t set state = c.state, percent = c.percent, completed_on = c.completed_on,
       bearers_done = c.bearers_done, version = c.version
     from jsonb_populate_recordset(null::plans.tasks, $1) c where t.id = c.id`,
    [JSON.stringify(changed)],
  );
  await manager.query(
    `update plans.task_parts p set done = true from plans.tasks t
     where t.id = p.task_id and (t.state = 'COMPLETED' or p.ordinal * 100 <= coalesce(t.percent, 0)
       * (select count(*) from plans.task_parts o where o.task_id = t.id))`,
  );
  return rows.progress_reports.length;
}

async function standingAgencies(manager: EntityManager): Promise<Map<string, string>> {
  const followers = await manager.find(Follower, { order: { id: 'DESC' } });
  const first = followers.filter(({ role }) => role !== FollowerRole.THEME_FOLLOWER);
  return new Map(first.map(({ planId, unitId }) => [planId, unitId]));
}

function assign(rows: Rows, hierarchy: Hierarchy, task: Task, unitId: string, outcome: Outcome, random: Random): void {
  const officer = officerOf(unitId);
  const isLeftForTheDay = outcome.state === TaskState.NOT_STARTED || hasFixedOutcome(task.id);
  if (officer === null || isLeftForTheDay || !random.chance(0.5)) return;
  const head = handOf(hierarchy, unitId, 'head');
  const when = `${task.runsFrom}T16:00:00+07:00`;
  const id = `${task.id}.${unitId}.assignment`;
  rows.assignments.push({
    id,
    task_id: task.id,
    unit_id: unitId,
    person_id: officer.id,
    person_name: officer.name,
    assigned_by: head.name,
    assigned_at: when,
    note: ASSIGNMENT_NOTE,
  });
  rows.timeline_entries.push({
    id,
    task_id: task.id,
    at: when,
    kind: 'ASSIGNED',
    actor_name: head.name,
    unit_id: unitId,
    unit_name: hierarchy.find(unitId)?.name ?? unitId,
    detail: ASSIGNMENT_NOTE,
  });
}

interface EvidenceAsked {
  reportId: string;
  task: Task;
  unitId: string;
  on: string;
}

async function makeEvidence(
  { reportId, task, unitId, on }: EvidenceAsked,
  hierarchy: Hierarchy,
  files: FileStore,
  random: Random,
): Promise<object> {
  const uploadId = random.key();
  const content = tinyPdf([`Minh chung cho nhiem vu ${task.id}`, `Bao cao ${reportId}`, 'Tep minh hoa']);
  const local = join(tmpdir(), `demonstration-${uploadId}`);
  await writeFile(local, content);
  await files.take(uploadKey(uploadId), local, 'application/pdf');
  return {
    id: `${reportId}.evidence`,
    progress_report_id: reportId,
    ordinal: 1,
    name: `Minh chứng ${task.number ?? task.ordinal}.pdf`,
    media_type: 'application/pdf',
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    upload_id: uploadId,
    uploaded_by: handOf(hierarchy, unitId, 'reporter').name,
    uploaded_at: `${on}T16:00:00+07:00`,
  };
}

async function insertRows(manager: EntityManager, table: keyof Rows, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) {
    await manager.query(`insert into plans.${table} select * from jsonb_populate_recordset(null::plans.${table}, $1)`, [
      JSON.stringify(rows.slice(from, from + 2000)),
    ]);
  }
}
