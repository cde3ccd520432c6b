import { registerEnumType } from 'type-graphql';

export enum TaskState {
  NOT_STARTED = 'NOT_STARTED',
  IN_PROGRESS = 'IN_PROGRESS',
  AWAITING_APPROVAL = 'AWAITING_APPROVAL',
  RETURNED = 'RETURNED',
  AWAITING_CONFIRMATION = 'AWAITING_CONFIRMATION',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TaskState, {
  name: 'TaskState',
  description: 'Where a task is in its work flow (trạng thái xử lý).',
  valuesConfig: {
    NOT_STARTED: { description: 'Nothing has been reported.' },
    IN_PROGRESS: { description: 'Progress has been reported and approved.' },
    AWAITING_APPROVAL: { description: 'A report waits for the head of the unit.' },
    RETURNED: { description: 'A report was returned, or a claimed result rejected, with a reason.' },
    AWAITING_CONFIRMATION: { description: 'A claimed result waits for a following body.' },
    COMPLETED: { description: 'A following body has confirmed the result.' },
    CANCELLED: { description: 'A later document has withdrawn the task.' },
  },
});

/** What happens to one unit's part of a task. */
export type TaskStep = 'REPORT' | 'APPROVE' | 'APPROVE_CLAIM' | 'RETURN' | 'CONFIRM' | 'REJECT';

const { IN_PROGRESS, AWAITING_APPROVAL, RETURNED, AWAITING_CONFIRMATION, COMPLETED } = TaskState;

const NEXT: Record<TaskStep, Partial<Record<TaskState, TaskState>>> = {
  REPORT: { NOT_STARTED: AWAITING_APPROVAL, IN_PROGRESS: AWAITING_APPROVAL, RETURNED: AWAITING_APPROVAL },
  APPROVE: { AWAITING_APPROVAL: IN_PROGRESS },
  APPROVE_CLAIM: { AWAITING_APPROVAL: AWAITING_CONFIRMATION },
  RETURN: { AWAITING_APPROVAL: RETURNED },
  CONFIRM: { AWAITING_CONFIRMATION: COMPLETED },
  REJECT: { AWAITING_CONFIRMATION: RETURNED },
};

/** The state after a step, or null when the step may not be taken from here. */
export function after(state: TaskState, step: TaskStep): TaskState | null {
  return NEXT[step][state] ?? null;
}

/** Why a report may not be handed in now; null when it may. */
export function reasonNotToReport(
  state: TaskState,
): 'TASK_ALREADY_COMPLETED' | 'TASK_CANCELLED' | 'REPORT_ALREADY_WAITING' | null {
  if (after(state, 'REPORT') !== null) return null;
  if (state === COMPLETED) return 'TASK_ALREADY_COMPLETED';
  return state === TaskState.CANCELLED ? 'TASK_CANCELLED' : 'REPORT_ALREADY_WAITING';
}
