import { expect, test } from 'vitest';
import { type ObligationFacts, obligationState } from './obligation.state.ts';

const dueAt = new Date('2025-11-20T10:00:00+07:00');
const dueSoonFrom = new Date('2025-11-19T10:00:00+07:00');
const nothing: ObligationFacts = { waivedAt: null, dueSoonFrom, dueAt, reportState: null, lateBySeconds: null };

test.each<[string, Partial<ObligationFacts>, string, string]>([
  ['nothing handed in, long before', {}, '2025-11-19T09:59:59', 'NOT_DUE'],
  ['nothing handed in, one day before', {}, '2025-11-19T10:00:00', 'DUE_SOON'],
  ['nothing handed in, a second before', {}, '2025-11-20T09:59:59', 'DUE_SOON'],
  ['nothing handed in at the hour', {}, '2025-11-20T10:00:00', 'OVERDUE'],
  ['a draft is nothing handed in', { reportState: 'DRAFT' }, '2025-11-20T10:00:00', 'OVERDUE'],
  ['handed in on time', { reportState: 'SUBMITTED', lateBySeconds: 0 }, '2025-11-21T10:00:00', 'SUBMITTED'],
  ['handed in late', { reportState: 'SUBMITTED', lateBySeconds: 1 }, '2025-11-21T10:00:00', 'SUBMITTED_LATE'],
  ['returned', { reportState: 'RETURNED', lateBySeconds: 0 }, '2025-11-21T10:00:00', 'RETURNED'],
  ['accepted although late', { reportState: 'ACCEPTED', lateBySeconds: 300 }, '2025-11-21T10:00:00', 'ACCEPTED'],
  ['no longer owed', { waivedAt: dueSoonFrom }, '2025-11-21T10:00:00', 'WAIVED'],
])('%s', (_, facts, now, state) => {
  expect(obligationState({ ...nothing, ...facts }, new Date(`${now}+07:00`))).toBe(state);
});
