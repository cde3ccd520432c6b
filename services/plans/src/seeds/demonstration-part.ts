import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { Task } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import { addDays, DEMONSTRATION_DAY, type Outcome } from './demonstration-outcome.ts';
import { doneWords, goingWords, type Hand, handOf, obstacleWords, RETURN_REASON } from './demonstration-words.ts';
import type { Random } from './random.ts';

/** Rows as their tables have them, for one statement per table. */
export interface Rows {
  unit_progress: object[];
  assignments: object[];
  progress_reports: object[];
  evidence: object[];
  timeline_entries: object[];
}

export interface PartAsked {
  task: Task;
  unitId: string;
  outcome: Outcome;
  /** The standing agency that confirms. */
  followerId: string | null;
  /** The members of a group leave one report and no more of a trail. */
  isBrief: boolean;
}

const at = (date: string, hour: number): string => {
  const latest = `${DEMONSTRATION_DAY}T08:30:00+07:00`;
  const wanted = `${date}T${String(hour).padStart(2, '0')}:00:00+07:00`;
  return wanted < latest ? wanted : latest;
};

const REPORT_STATE: Partial<Record<TaskState, string>> = {
  IN_PROGRESS: 'APPROVED',
  AWAITING_APPROVAL: 'SUBMITTED',
  RETURNED: 'RETURNED',
  AWAITING_CONFIRMATION: 'APPROVED',
  COMPLETED: 'CONFIRMED',
};

/** The trail that one unit's part has left: reports, decisions, and the places where evidence belongs. */
export function addPart(
  rows: Rows,
  hierarchy: Hierarchy,
  asked: PartAsked,
  random: Random,
): { evidenceFor: string | null } {
  const { task, unitId, outcome, isBrief } = asked;
  rows.unit_progress.push({
    task_id: task.id,
    unit_id: unitId,
    state: outcome.state,
    percent: outcome.percent,
    completed_on: outcome.state === TaskState.COMPLETED ? outcome.completedOn : null,
  });
  if (outcome.state === TaskState.NOT_STARTED) return { evidenceFor: null };
  const hands = { reporter: handOf(hierarchy, unitId, 'reporter'), head: handOf(hierarchy, unitId, 'head') };
  const note = noter(rows, task, unitId, hierarchy);
  const lastOn = outcome.completedOn ?? addDays(DEMONSTRATION_DAY, -random.between(3, 18));
  if (!isBrief) addFirstReport(rows, asked, hands, note, lastOn, random);
  return { evidenceFor: addLastReport(rows, hierarchy, asked, hands, note, lastOn, random) };
}

type Note = (kind: string, hand: Hand, when: string, reportId: string, detail: string | null) => void;

function noter(rows: Rows, task: Task, unitId: string, hierarchy: Hierarchy): Note {
  const unitName = hierarchy.find(unitId)?.name ?? unitId;
  return (kind, hand, when, reportId, detail) => {
    rows.timeline_entries.push({
      id: `${reportId}.${kind.toLowerCase()}`,
      task_id: task.id,
      at: when,
      kind,
      actor_name: hand.name,
      unit_id: unitId,
      unit_name: unitName,
      detail,
      progress_report_id: reportId,
    });
  };
}

type Hands = { reporter: Hand; head: Hand };

/** Somewhere on the way, a report of half the work that the head approved. */
function addFirstReport(rows: Rows, asked: PartAsked, hands: Hands, note: Note, lastOn: string, random: Random): void {
  const { task, unitId, outcome } = asked;
  const on = addDays(lastOn, -random.between(9, 16));
  if (on <= task.runsFrom) return;
  const id = `${task.id}.${unitId}.1`;
  const summary = goingWords(random);
  const percent = Math.round(((outcome.percent ?? 0) * 0.5) / 5) * 5;
  rows.progress_reports.push({
    ...reported(id, asked, hands, at(on, 9), summary, percent),
    obstacle: obstacleWords(random),
    state: 'APPROVED',
    ...decided(hands.head, at(addDays(on, 1), 14)),
  });
  note('REPORTED', hands.reporter, at(on, 9), id, summary);
  note('APPROVED', hands.head, at(addDays(on, 1), 14), id, null);
}

function addLastReport(
  rows: Rows,
  hierarchy: Hierarchy,
  asked: PartAsked,
  hands: Hands,
  note: Note,
  lastOn: string,
  random: Random,
): string {
  const { task, unitId, outcome, followerId, isBrief } = asked;
  const id = `${task.id}.${unitId}.2`;
  const claims = outcome.completedOn !== null;
  const summary = claims ? doneWords(random) : goingWords(random);
  const when = {
    report: at(addDays(lastOn, claims ? 1 : 0), 15),
    decide: at(addDays(lastOn, 2), 10),
    confirm: at(addDays(lastOn, 5), 16),
  };
  const isDecided = outcome.state !== TaskState.AWAITING_APPROVAL;
  const isConfirmed = outcome.state === TaskState.COMPLETED;
  const confirmer = handOf(hierarchy, followerId ?? unitId, 'desk');
  const isReturned = outcome.state === TaskState.RETURNED;
  rows.progress_reports.push({
    ...reported(id, asked, hands, when.report, summary, claims ? 100 : (outcome.percent ?? 0)),
    obstacle: claims ? null : obstacleWords(random),
    claims_completion: claims,
    completed_on: outcome.completedOn,
    state: REPORT_STATE[outcome.state],
    ...(isDecided ? decided(hands.head, when.decide) : {}),
    reason: isReturned ? RETURN_REASON : null,
    confirmed_by: isConfirmed ? confirmer.name : null,
    confirmed_at: isConfirmed ? when.confirm : null,
  });
  note('REPORTED', hands.reporter, when.report, id, summary);
  if (isBrief) return id;
  if (isReturned) note('RETURNED', hands.head, when.decide, id, RETURN_REASON);
  else if (isDecided) note('APPROVED', hands.head, when.decide, id, null);
  if (isConfirmed) note('CONFIRMED', confirmer, when.confirm, id, null);
  return id;
}

const reported = (
  id: string,
  { task, unitId }: PartAsked,
  { reporter }: Hands,
  when: string,
  summary: string,
  percent: number,
) => ({
  id,
  task_id: task.id,
  unit_id: unitId,
  percent,
  summary,
  claims_completion: false,
  reported_by_id: reporter.id,
  reported_by: reporter.name,
  reported_at: when,
  version: 1,
});

const decided = (head: Hand, when: string) => ({
  decided_by_id: head.id,
  decided_by: head.name,
  decided_at: when,
  version: 2,
});
