import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeActor, startWorld, TASK_FIGURES, type World } from './make.ts';

let world: World;
const office = makeActor('38.vptu', 'STANDING_AGENCY');
const science = makeActor('38.skhcn', 'REPORTER');
const head = makeActor('38.skhcn', 'APPROVER');
const justice = makeActor('38.stp', 'REPORTER');
const farming = makeActor('38.snnmt', 'REPORTER');

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
});
afterAll(() => world.stop());

const SUBMIT = `mutation($input: SubmitReportInput!) { submitReport(input: $input) {
  report { id state version submission submittedBy figures { key value prefilled source note } tasks { id } summary }
  obligation { id state lateBySeconds permissions } } }`;
const SAVE = `mutation($input: SaveReportDraftInput!) { saveReportDraft(input: $input) {
  report { id state version summary figures { key value prefilled } } obligation { state } } }`;
const ACCEPT = `mutation($input: AcceptReportInput!) { acceptReport(input: $input) { report { id state version decidedBy } obligation { state lateBySeconds } } }`;
const RETURN = `mutation($input: ReturnReportInput!) { returnReport(input: $input) { report { id state version reason } obligation { state } } }`;
const DRAFT = `query($id: ID!) { reportDraft(obligationId: $id) { isPrefilled summary version figures { key value prefilled source note } tasks { id } } }`;

let keys = 0;
const key = (): string => `test-key-${++keys}`;

async function owed(actor: Parameters<World['as']>[0], regimeId: string): Promise<string> {
  const { reportObligations } = await world
    .as(actor)
    .data(`query($f: ObligationFilter) { reportObligations(filter: $f, first: 1) { nodes { id } } }`, {
      f: { mine: true, regimeId },
    });
  return reportObligations.nodes[0].id;
}

const content = (obligationId: string, parts: object = {}) => ({
  idempotencyKey: key(),
  obligationId,
  figures: [{ key: 'tasksTotal', value: 12 }],
  summary: 'Đã hoàn thành 6 nhiệm vụ.',
  ...parts,
});

describe('the form', () => {
  test('starts with the figures of the unit’s tasks', async () => {
    const { reportDraft } = await world.as(science).data(DRAFT, { id: await owed(science, 'th-285-kh-tu.daily') });
    expect(reportDraft.isPrefilled).toBe(true);
    expect(reportDraft.figures[0]).toEqual({
      key: 'tasksTotal',
      value: TASK_FIGURES.total,
      prefilled: TASK_FIGURES.total,
      source: 'TASKS',
      note: null,
    });
    expect(reportDraft.figures.at(-1)).toMatchObject({ source: 'TYPED', value: 0, prefilled: null });
    expect(reportDraft.tasks).toEqual([{ id: 'th-285-kh-tu.1' }, { id: 'th-285-kh-tu.2' }]);
    expect(reportDraft.summary).toContain('12 nhiệm vụ');
  });

  test('works with empty figures and a note when the tasks cannot be asked', async () => {
    world.neighbours.gatewayAnswers = false;
    const { reportDraft } = await world.as(farming).data(DRAFT, { id: await owed(farming, 'th-285-kh-tu.daily') });
    world.neighbours.gatewayAnswers = true;
    expect(reportDraft.isPrefilled).toBe(false);
    expect(reportDraft.figures[0]).toMatchObject({ value: 0, prefilled: null });
    expect(reportDraft.figures[0].note).toContain('hãy nhập tay');
  });

  test('keeps what was typed, and beside it what the tasks said', async () => {
    const obligationId = await owed(science, 'th-285-kh-tu.monthly');
    const typed = { figures: [{ key: 'tasksTotal', value: 13, note: 'Có 1 nhiệm vụ mới' }], summary: 'Đang viết' };
    const { saveReportDraft } = await world.as(science).data(SAVE, { input: content(obligationId, typed) });
    expect(saveReportDraft.report).toMatchObject({ state: 'DRAFT', version: 1, summary: 'Đang viết' });
    const { reportDraft } = await world.as(head).data(DRAFT, { id: obligationId });
    expect(reportDraft).toMatchObject({ version: 1, summary: 'Đang viết' });
    expect(reportDraft.figures[0]).toMatchObject({ value: 13, prefilled: 12, note: 'Có 1 nhiệm vụ mới' });
  });

  test('is nobody else’s business while it is a draft', async () => {
    const id = await owed(science, 'th-285-kh-tu.monthly');
    const { reportObligation } = await world
      .as(office)
      .data('query($id: ID!) { reportObligation(id: $id) { state report { id } permissions } }', { id });
    expect(reportObligation).toEqual({ state: 'NOT_DUE', report: null, permissions: [] });
  });
});

describe('handing in', () => {
  test('a report before the hour is on time', async () => {
    const obligationId = await owed(science, 'th-285-kh-tu.daily');
    const { submitReport } = await world.as(science).data(SUBMIT, {
      input: content(obligationId, { taskIds: ['th-285-kh-tu.1'] }),
    });
    expect(submitReport.report).toMatchObject({
      state: 'SUBMITTED',
      version: 1,
      submission: 1,
      submittedBy: science.displayName,
      tasks: [{ id: 'th-285-kh-tu.1' }],
    });
    expect(submitReport.obligation).toMatchObject({ state: 'SUBMITTED', lateBySeconds: 0, permissions: [] });
  });

  test('a second report for the same period is refused, from whoever of the unit it comes', async () => {
    const obligationId = await owed(science, 'th-285-kh-tu.daily');
    for (const actor of [science, head]) {
      const refusal = await world.as(actor).refusal(SUBMIT, { input: content(obligationId, { expectedVersion: 1 }) });
      expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'REPORT_EXISTS' });
      expect(refusal.message).toContain('Mỗi kỳ chỉ nộp một báo cáo');
    }
  });

  test('the same request sent twice is one report', async () => {
    const input = content(await owed(justice, 'th-285-kh-tu.monthly'));
    const first = await world.as(justice).data(SUBMIT, { input });
    const again = await world.as(justice).data(SUBMIT, { input });
    expect(again.submitReport.report.id).toBe(first.submitReport.report.id);
    expect(again.submitReport.report.submission).toBe(1);
  });

  test('two officers at the same moment leave one report', async () => {
    const obligationId = await owed(farming, 'th-285-kh-tu.monthly');
    const answers = await Promise.all(
      [farming, makeActor('38.snnmt', 'APPROVER')].map((actor) =>
        world.as(actor).ask(SUBMIT, { input: content(obligationId) }),
      ),
    );
    const refused = answers.flatMap((answer) => answer.errors ?? []);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.extensions.reason).toMatch(/REPORT_EXISTS|STALE_VERSION/);
  });

  test('a stale form is refused and nothing is stored', async () => {
    const obligationId = await owed(science, 'th-285-kh-tu.monthly');
    const refusal = await world
      .as(science)
      .refusal(SAVE, { input: content(obligationId, { expectedVersion: 7, summary: 'Cũ' }) });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    const { reportDraft } = await world.as(science).data(DRAFT, { id: obligationId });
    expect(reportDraft.summary).toBe('Đang viết');
  });

  test.each([
    ['an empty summary', { summary: '  ' }, 'SUMMARY_MISSING', 'summary'],
    ['an unknown figure', { figures: [{ key: 'cows', value: 1 }] }, 'FIGURE_UNKNOWN', 'figures.0.key'],
    [
      'a figure sent twice',
      {
        figures: [
          { key: 'tasksTotal', value: 1 },
          { key: 'tasksTotal', value: 2 },
        ],
      },
      'FIGURE_TWICE',
      'figures.1.key',
    ],
    ['half a task', { figures: [{ key: 'tasksTotal', value: 1.5 }] }, 'FIGURE_NOT_A_COUNT', 'figures.0.value'],
    ['fewer than no tasks', { figures: [{ key: 'tasksTotal', value: -1 }] }, 'FIGURE_NOT_A_COUNT', 'figures.0.value'],
    ['a text without end', { obstacles: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG', 'obstacles'],
  ])('%s is refused with the name of the field', async (_, parts, reason, field) => {
    const obligationId = await owed(justice, 'th-285-kh-tu.daily');
    const refusal = await world.as(justice).refusal(SUBMIT, { input: content(obligationId, parts) });
    expect(refusal).toMatchObject({ code: 'INVALID', reason, field });
  });
});

describe('the recipient', () => {
  test('returns a report with a reason, and the unit hands it in again as the same report', async () => {
    const obligationId = await owed(justice, 'th-285-kh-tu.daily');
    const { submitReport } = await world.as(justice).data(SUBMIT, { input: content(obligationId) });
    const { id } = submitReport.report;
    const { returnReport } = await world
      .as(office)
      .data(RETURN, { input: { idempotencyKey: key(), reportId: id, expectedVersion: 1, reason: 'Thiếu minh chứng' } });
    expect(returnReport).toMatchObject({
      report: { state: 'RETURNED', reason: 'Thiếu minh chứng', version: 2 },
      obligation: { state: 'RETURNED' },
    });
    world.clock.set('2025-11-20T10:30:00+07:00');
    const again = await world
      .as(justice)
      .data(SUBMIT, { input: content(obligationId, { expectedVersion: 2, summary: 'Đã bổ sung.' }) });
    expect(again.submitReport.report).toMatchObject({ id, state: 'SUBMITTED', submission: 2, version: 3 });
    expect(again.submitReport.obligation).toMatchObject({ state: 'SUBMITTED', lateBySeconds: 0 });
    const { report } = await world
      .as(office)
      .data('query($id: ID!) { report(id: $id) { submissions { number summary reason decidedBy } } }', { id });
    expect(report.submissions).toEqual([
      {
        number: 1,
        summary: 'Đã hoàn thành 6 nhiệm vụ.',
        reason: 'Thiếu minh chứng',
        decidedBy: office.displayName,
      },
      { number: 2, summary: 'Đã bổ sung.', reason: null, decidedBy: null },
    ]);
  });

  test('accepts a late report, and it stays late for ever', async () => {
    world.clock.set('2025-11-20T10:05:00+07:00');
    const obligationId = await owed(farming, 'th-285-kh-tu.daily');
    const { submitReport } = await world.as(farming).data(SUBMIT, { input: content(obligationId) });
    expect(submitReport.obligation).toMatchObject({ state: 'SUBMITTED_LATE', lateBySeconds: 300 });
    const { acceptReport } = await world
      .as(office)
      .data(ACCEPT, { input: { idempotencyKey: key(), reportId: submitReport.report.id, expectedVersion: 1 } });
    expect(acceptReport.obligation).toEqual({ state: 'ACCEPTED', lateBySeconds: 300 });
    await expect(
      world.database.sql('update reporting.reports set late_by_seconds = 0 where id = $1', [submitReport.report.id]),
    ).rejects.toThrow('does not change');
  });

  test('does not accept twice, nor what is no longer as it was read', async () => {
    const obligationId = await owed(farming, 'th-285-kh-tu.daily');
    const { reportObligation } = await world
      .as(office)
      .data('query($id: ID!) { reportObligation(id: $id) { report { id version } } }', { id: obligationId });
    const { id: reportId, version } = reportObligation.report;
    const input = { idempotencyKey: key(), reportId, expectedVersion: version };
    expect(await world.as(office).refusal(ACCEPT, { input })).toMatchObject({ reason: 'REPORT_NOT_WAITING' });
    const stale = { idempotencyKey: key(), reportId, expectedVersion: 1 };
    expect(await world.as(office).refusal(ACCEPT, { input: stale })).toMatchObject({ reason: 'STALE_VERSION' });
  });

  test('must say why it returns a report', async () => {
    const { reportObligation } = await world
      .as(office)
      .data('query($id: ID!) { reportObligation(id: $id) { report { id version } } }', {
        id: await owed(science, 'th-285-kh-tu.daily'),
      });
    const { id: reportId, version: expectedVersion } = reportObligation.report;
    const input = { idempotencyKey: key(), reportId, expectedVersion, reason: ' ' };
    expect(await world.as(office).refusal(RETURN, { input })).toMatchObject({
      reason: 'REASON_MISSING',
      field: 'reason',
    });
  });

  test('notes who entered an accepted report in the central system, once', async () => {
    const MARK = `mutation($input: MarkEnteredInput!) { markEnteredInCentralSystem(input: $input) {
      report { id version enteredInCentralSystemAt enteredInCentralSystemBy } } }`;
    const { reportObligation } = await world
      .as(office)
      .data('query($id: ID!) { reportObligation(id: $id) { permissions report { id version } } }', {
        id: await owed(farming, 'th-285-kh-tu.daily'),
      });
    expect(reportObligation.permissions).toEqual(['markEnteredInCentralSystem']);
    const { id: reportId, version } = reportObligation.report;
    const mark = (expectedVersion: number) => ({ input: { idempotencyKey: key(), reportId, expectedVersion } });
    const { markEnteredInCentralSystem } = await world.as(office).data(MARK, mark(version));
    expect(markEnteredInCentralSystem.report).toMatchObject({
      enteredInCentralSystemAt: '2025-11-20T03:05:00.000Z',
      enteredInCentralSystemBy: office.displayName,
    });
    expect(await world.as(office).refusal(MARK, mark(version + 1))).toMatchObject({ reason: 'ALREADY_ENTERED' });
  });
});

test('every change stands in the audit, with what was handed in', async () => {
  const entries = await world.database.sql<{ operation: string; actor: string; after: { summary?: string } }>(
    `select operation, actor, after from reporting.audit_entries where operation in ('submitReport', 'acceptReport') order by seq`,
  );
  expect(entries[0]).toMatchObject({
    operation: 'submitReport',
    actor: science.id,
    after: { summary: 'Đã hoàn thành 6 nhiệm vụ.' },
  });
  expect(entries.some((entry) => entry.operation === 'acceptReport' && entry.actor === office.id)).toBe(true);
});
