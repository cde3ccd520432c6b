import type { SignedClient } from '@lienthong/kit/testing';
import { key } from './make.ts';

export const TASK = `id state standing percent completedOn version daysLate daysLeft permissions bearersDone bearerCount
  ownProgress { state percent standing } latestReport { id state percent reason version reportedBy decidedBy confirmedBy
    evidence { id name mediaType size sha256 url } }
  assignments { unit { id } person { id } personName note assignedBy } timeline { kind actorName unitName detail report { id } }`;

// biome-ignore lint/suspicious/noExplicitAny: each test names what it expects by using it
export type Answered = any;

export const readTask = async (client: SignedClient, id: string): Promise<Answered> =>
  (await client.data(`query Task($id: ID!) { task(id: $id) { ${TASK} } }`, { id })).task;

const MUTATIONS = {
  assignTask: ['AssignTaskInput', `task { ${TASK} }`],
  markTaskPart: ['MarkTaskPartInput', `task { ${TASK} parts { ordinal done } }`],
  reportTaskProgress: ['ReportTaskProgressInput', `task { ${TASK} } progressReport { id state percent version }`],
  approveProgressReport: ['ApproveProgressReportInput', `task { ${TASK} } progressReport { id state version }`],
  returnProgressReport: ['ReturnProgressReportInput', `task { ${TASK} } progressReport { id state reason version }`],
  confirmTaskResult: ['ConfirmTaskResultInput', `task { ${TASK} } progressReport { id state version }`],
  rejectTaskResult: ['RejectTaskResultInput', `task { ${TASK} } progressReport { id state reason version }`],
} as const;

export type Operation = keyof typeof MUTATIONS;

const textOf = (operation: Operation): string => {
  const [input, shown] = MUTATIONS[operation];
  return `mutation Do($input: ${input}!) { ${operation}(input: $input) { ${shown} } }`;
};

export const act = async (client: SignedClient, operation: Operation, input: object): Promise<Answered> =>
  (await client.data(textOf(operation), { input: { idempotencyKey: key(), ...input } }))[operation];

export const refused = (client: SignedClient, operation: Operation, input: object) =>
  client.refusal(textOf(operation), { input: { idempotencyKey: key(), ...input } });

export const report = (taskId: string, expectedVersion: number, given: object = {}): object => ({
  taskId,
  expectedVersion,
  percent: 60,
  summary: 'Đã lấy ý kiến các đơn vị, đang hoàn thiện dự thảo.',
  claimsCompletion: false,
  ...given,
});

export const claim = (
  taskId: string,
  expectedVersion: number,
  completedOn = '2025-11-18',
  given: object = {},
): object => report(taskId, expectedVersion, { percent: 100, claimsCompletion: true, completedOn, ...given });
