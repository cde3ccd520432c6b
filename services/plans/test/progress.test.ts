import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, makeActor } from './make.ts';
import { act, claim, readTask, refused, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const officer = makeActor('38.skhcn', 'REPORTER');
const director = makeActor('38.skhcn', 'APPROVER');
const standingAgency = makeActor('38.vptu', 'STANDING_AGENCY');

/** Led by Sở Khoa học và Công nghệ alone, due 31 December 2025. */
const TASK = 'th-285-kh-tu.21';

describe('from assignment to a confirmed result', () => {
  test('the standing agency of the other bloc assigns an officer of the lead unit', async () => {
    const { task } = await act(world.as(standingAgency), 'assignTask', {
      taskId: TASK,
      expectedVersion: 1,
      unitId: '38.skhcn',
      personId: officer.id,
      note: 'Báo cáo hằng tuần',
    });
    expect(task.assignments).toMatchObject([
      {
        unit: { id: '38.skhcn' },
        person: { id: officer.id },
        personName: `Officer ${officer.id}`,
        note: 'Báo cáo hằng tuần',
      },
    ]);
    expect(task.version).toBe(2);
    const { myTasks } = await world.as(officer).data('{ myTasks { toDo { id } } }');
    expect(myTasks.toDo.map(({ id }: { id: string }) => id)).toContain(TASK);
  });

  test('an assignment to somebody who does not work there is refused', async () => {
    world.officers.in = [officer.id];
    const refusal = await refused(world.as(standingAgency), 'assignTask', {
      taskId: TASK,
      expectedVersion: 2,
      unitId: '38.skhcn',
      personId: 'somebody-else',
    });
    world.officers.in = null;
    expect(refusal).toMatchObject({ code: 'INVALID', reason: 'NOT_AN_OFFICER_OF_THE_UNIT', field: 'personId' });
  });

  test('the officer reports, the head returns it with a reason, the officer reports again, the head approves', async () => {
    const seen = await readTask(world.as(officer), TASK);
    expect(seen.permissions).toContain('reportProgress');
    expect(seen.standing).toBe('AT_RISK');
    const first = await act(world.as(officer), 'reportTaskProgress', report(TASK, seen.version));
    expect(first.task).toMatchObject({ state: 'AWAITING_APPROVAL', percent: null, latestReport: { percent: 60 } });
    expect((await readTask(world.as(director), TASK)).permissions).toEqual(
      expect.arrayContaining(['approve', 'return']),
    );
    const returned = await act(world.as(director), 'returnProgressReport', {
      progressReportId: first.progressReport.id,
      expectedVersion: 1,
      reason: 'Bổ sung số liệu',
    });
    expect(returned.progressReport).toMatchObject({ state: 'RETURNED', reason: 'Bổ sung số liệu' });
    expect(returned.task.state).toBe('RETURNED');
    const again = await act(
      world.as(officer),
      'reportTaskProgress',
      report(TASK, returned.task.version, { percent: 65 }),
    );
    const approved = await act(world.as(director), 'approveProgressReport', {
      progressReportId: again.progressReport.id,
      expectedVersion: 1,
    });
    expect(approved.task).toMatchObject({ state: 'IN_PROGRESS', percent: 65, standing: 'IN_PROGRESS' });
  });

  test('a claimed completion counts only when a following body has confirmed it; a rejected one goes back', async () => {
    let { version } = await readTask(world.as(officer), TASK);
    const claimOnce = async () => {
      const claimed = await act(world.as(officer), 'reportTaskProgress', claim(TASK, version));
      const approved = await act(world.as(director), 'approveProgressReport', {
        progressReportId: claimed.progressReport.id,
        expectedVersion: 1,
      });
      expect(approved.task).toMatchObject({ state: 'AWAITING_CONFIRMATION', completedOn: null });
      version = approved.task.version;
    };
    await claimOnce();
    const { myTasks } = await world.as(standingAgency).data('{ myTasks { toConfirm { id permissions } } }');
    expect(myTasks.toConfirm).toContainEqual({ id: TASK, permissions: expect.arrayContaining(['confirm']) });
    const rejected = await act(world.as(standingAgency), 'rejectTaskResult', {
      taskId: TASK,
      expectedVersion: version,
      reason: 'Chưa thấy phương án',
    });
    expect(rejected.task.state).toBe('RETURNED');
    version = rejected.task.version;
    await claimOnce();
    const confirmed = await act(world.as(standingAgency), 'confirmTaskResult', {
      taskId: TASK,
      expectedVersion: version,
    });
    expect(confirmed.task).toMatchObject({
      state: 'COMPLETED',
      standing: 'COMPLETED',
      percent: 100,
      completedOn: '2025-11-18',
      permissions: [],
    });
    expect(confirmed.task.timeline.map((entry: { kind: string }) => entry.kind)).toEqual([
      'ISSUED', 'ASSIGNED', 'REPORTED', 'RETURNED', 'REPORTED', 'APPROVED', 'REPORTED', 'APPROVED', 'REJECTED', 'REPORTED', 'APPROVED', 'CONFIRMED',
    ]); // biome-ignore format: one line reads as one story
    const after = await refused(world.as(officer), 'reportTaskProgress', report(TASK, confirmed.task.version));
    expect(after).toMatchObject({ code: 'CONFLICT', reason: 'TASK_ALREADY_COMPLETED' });
  });

  test('what was completed after its day is completed late for ever', async () => {
    const late = 'th-285-kh-tu.12';
    const { task, progressReport } = await act(world.as(officer), 'reportTaskProgress', claim(late, 1, '2025-09-05'));
    expect(task.standing).toBe('OVERDUE');
    const approved = await act(world.as(director), 'approveProgressReport', {
      progressReportId: progressReport.id,
      expectedVersion: 1,
    });
    const confirmed = await act(world.as(standingAgency), 'confirmTaskResult', {
      taskId: late,
      expectedVersion: approved.task.version,
    });
    expect(confirmed.task).toMatchObject({ standing: 'COMPLETED_LATE', daysLate: 5 });
  });

  test('each change is told to both blocs that share the task, and written to the audit', async () => {
    const entries = await world.database.sql<{ operation: string; blocs: string[] }>(
      `select operation, blocs from plans.audit_entries where object_id = $1 order by seq`,
      [TASK],
    );
    expect(entries.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        'assignTask',
        'reportTaskProgress',
        'returnProgressReport',
        'approveProgressReport',
        'rejectTaskResult',
        'confirmTaskResult',
      ]),
    );
    expect(entries[0]?.blocs).toEqual(['GOVERNMENT']);
  });
});

describe('what bad input gets', () => {
  const OPEN = 'th-285-kh-tu.11';

  test.each([
    ['a day after today', claim(OPEN, 1, '2025-11-21'), 'COMPLETED_IN_THE_FUTURE', 'completedOn'],
    ['a day before the plan', claim(OPEN, 1, '2025-06-26'), 'COMPLETED_BEFORE_THE_PLAN', 'completedOn'],
    ['a claim without a day', report(OPEN, 1, { claimsCompletion: true }), 'COMPLETED_ON_MISSING', 'completedOn'],
    [
      'a day without a claim',
      report(OPEN, 1, { completedOn: '2025-11-18' }),
      'COMPLETED_ON_WITHOUT_CLAIM',
      'completedOn',
    ],
    ['more than all', report(OPEN, 1, { percent: 101 }), 'PERCENT_OUT_OF_RANGE', 'percent'],
    ['no words', report(OPEN, 1, { summary: '   ' }), 'TEXT_MISSING', 'summary'],
    ['a file that was never uploaded', report(OPEN, 1, { uploadIds: ['nothing'] }), 'UPLOAD_UNKNOWN', 'uploadIds'],
    ['completion of continuous work', claim('th-285-kh-tu.14', 1), 'TASK_NEVER_COMPLETES', 'claimsCompletion'],
  ])('%s names the field and stores nothing', async (_, input, reason, field) => {
    const refusal = await refused(world.as(officer), 'reportTaskProgress', input);
    expect(refusal).toMatchObject({ code: 'INVALID', reason, field });
    expect(refusal.message).not.toContain('_');
    const [row] = await world.database.sql<{ n: number }>(
      'select count(*)::int n from plans.progress_reports where task_id = $1',
      [(input as { taskId: string }).taskId],
    );
    expect(row?.n).toBe(0);
  });

  test('a wrong date and an unknown field are refused before anything happens', async () => {
    const client = world.as(officer);
    const wrong = await client.ask(
      'mutation A($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { task { id } } }',
      {
        input: { idempotencyKey: key(), ...claim(OPEN, 1, '2025-02-30') },
      },
    );
    expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID');
    const unknown = await client.ask('{ task(id: "x") { nonsense } }');
    expect(unknown.errors?.[0]?.extensions.code).toBe('INVALID');
  });

  test('a stale form is refused and says so', async () => {
    await act(world.as(director), 'assignTask', { taskId: OPEN, expectedVersion: 1, unitId: '38.skhcn' });
    const refusal = await refused(world.as(officer), 'reportTaskProgress', report(OPEN, 1));
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });

  test('a double click reports once and both get the same answer', async () => {
    const text = `mutation Twice($input: ReportTaskProgressInput!) {
      reportTaskProgress(input: $input) { progressReport { id } task { version } } }`;
    const input = { idempotencyKey: key(), ...report(OPEN, 2) };
    const client = world.as(officer);
    const [first, second] = await Promise.all([client.data(text, { input }), client.data(text, { input })]);
    expect(second).toEqual(first);
    const [row] = await world.database.sql<{ n: number }>(
      'select count(*)::int n from plans.progress_reports where task_id = $1',
      [OPEN],
    );
    expect(row?.n).toBe(1);
    const other = await client.refusal(text, { input: { ...input, percent: 70 } });
    expect(other).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a second report while one waits is refused', async () => {
    const { version } = await readTask(world.as(officer), OPEN);
    const refusal = await refused(world.as(officer), 'reportTaskProgress', report(OPEN, version));
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'REPORT_ALREADY_WAITING' });
  });

  test('of twenty officers who report at once, one is heard', async () => {
    const task = 'th-285-kh-tu.9';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        world
          .as(makeActor('38.skhcn', 'REPORTER', `o${index}`))
          .ask(
            'mutation Race($input: ReportTaskProgressInput!) { reportTaskProgress(input: $input) { task { id } } }',
            { input: { idempotencyKey: key(), ...report(task, 1) } },
          ),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const reasons = new Set(answers.flatMap(({ errors }) => errors?.[0]?.extensions.reason ?? []));
    expect([...reasons]).toEqual(['STALE_VERSION']);
  });
});

describe('parts, and reports that go on', () => {
  test('an enumerated part is checked off and reopened by the lead unit', async () => {
    const chief = makeActor('38.vptu', 'REPORTER');
    const done = await act(world.as(chief), 'markTaskPart', {
      taskId: 'th-285-kh-tu.2',
      expectedVersion: 1,
      ordinal: 3,
      done: true,
    });
    expect(done.task.parts.filter((part: { done: boolean }) => part.done)).toEqual([{ ordinal: 3, done: true }]);
    const open = await act(world.as(chief), 'markTaskPart', {
      taskId: 'th-285-kh-tu.2',
      expectedVersion: 2,
      ordinal: 3,
      done: false,
    });
    expect(open.task.parts.some((part: { done: boolean }) => part.done)).toBe(false);
    const none = await refused(world.as(chief), 'markTaskPart', {
      taskId: 'th-285-kh-tu.2',
      expectedVersion: 3,
      ordinal: 9,
      done: true,
    });
    expect(none).toMatchObject({ code: 'NOT_FOUND', reason: 'PART_NOT_FOUND' });
  });

  test('nobody approves a report of their own, or confirms what they reported or approved', async () => {
    const task = 'th-285-kh-tu.17';
    const own = await act(world.as(director), 'reportTaskProgress', claim(task, 1));
    expect(own.task.permissions).not.toContain('approve');
    const refusal = await refused(world.as(director), 'approveProgressReport', {
      progressReportId: own.progressReport.id,
      expectedVersion: 1,
    });
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'OWN_REPORT' });
    const deputy = makeActor('38.skhcn', 'APPROVER', 'deputy');
    const approved = await act(world.as(deputy), 'approveProgressReport', {
      progressReportId: own.progressReport.id,
      expectedVersion: 1,
    });
    const desk = { ...makeActor('38.skhcn', 'STANDING_AGENCY'), id: deputy.id };
    const closing = await refused(world.as(desk), 'confirmTaskResult', {
      taskId: task,
      expectedVersion: approved.task.version,
    });
    expect(closing).toMatchObject({ code: 'FORBIDDEN', reason: 'OWN_RESULT' });
  });
});
