import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeActor, startWorld, type World } from './make.ts';

let world: World;
const office = makeActor('38.vptu', 'STANDING_AGENCY');
const science = makeActor('38.skhcn', 'REPORTER');

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
});
afterAll(() => world.stop());

describe('a report on request', () => {
  const REQUEST = `mutation($input: RequestReportInput!) { requestReport(input: $input) { requested periodFrom regime { id } } }`;
  const input = (parts: object = {}) => ({
    input: {
      idempotencyKey: `request-${JSON.stringify(parts)}`,
      regimeId: 'th-285-kh-tu.on-request',
      dueAt: '2025-11-21T16:00:00+07:00',
      note: 'Số trạm phát sóng còn lõm',
      ...parts,
    },
  });

  test('is asked for by the recipient, and then owed by the units it names', async () => {
    const { requestReport } = await world.as(office).data(REQUEST, input({ unitIds: ['38.skhcn', '38.stp'] }));
    expect(requestReport).toEqual({
      requested: 2,
      periodFrom: '2025-11-20',
      regime: { id: 'th-285-kh-tu.on-request' },
    });
    const { reportObligations } = await world.as(science).data(`{
      reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.on-request" }) { nodes { requestNote dueAt periodLabel state } } }`);
    expect(reportObligations.nodes).toEqual([
      {
        requestNote: 'Số trạm phát sóng còn lõm',
        dueAt: '2025-11-21T09:00:00.000Z',
        periodLabel: 'Đột xuất 21/11/2025',
        state: 'NOT_DUE',
      },
    ]);
    const { punctuality } = await world
      .as(office)
      .data('{ punctuality(regimeId: "th-285-kh-tu.on-request") { owed missing { unit { id } } } }');
    expect(punctuality.owed).toBe(2);
  });

  test.each<[string, object, string]>([
    ['with a due time that is past', { dueAt: '2025-11-20T08:00:00+07:00' }, 'DUE_IN_THE_PAST'],
    ['after the regime ends', { dueAt: '2026-01-02T08:00:00+07:00' }, 'OUTSIDE_REGIME'],
    ['without saying what', { note: '' }, 'NOTE_MISSING'],
    ['from a unit that does not report here', { unitIds: ['19.skhcn'] }, 'UNIT_DOES_NOT_REPORT'],
    ['under a regime with fixed periods', { regimeId: 'th-285-kh-tu.daily' }, 'REGIME_NOT_ON_REQUEST'],
    ['a second time that day', { unitIds: ['38.stp'], note: 'Lại' }, 'ALREADY_REQUESTED'],
  ])('%s is refused', async (_, parts, reason) => {
    expect(await world.as(office).refusal(REQUEST, input(parts))).toMatchObject({ reason });
  });

  test('may not be asked for by a unit that only reports', async () => {
    expect(await world.as(science).refusal(REQUEST, input({ note: 'x' }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
