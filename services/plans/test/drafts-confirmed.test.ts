import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFile } from '../test-documents/office-files.ts';
import { type SamplePlan, samplePlan } from '../test-documents/sample-plan.ts';
import { sheetFile } from '../test-documents/sheet-file.ts';
import { tabSeparated, usual } from '../test-documents/text-layouts.ts';
import { confirm, open, readDraft, refusedReview, review, settleAll } from './drafting.ts';
import { makeActor } from './make.ts';
import { type Answered, act, claim, refused, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const desk = makeActor('82.skhcn', 'STANDING_AGENCY', 'một');
const colleague = makeActor('82.skhcn', 'STANDING_AGENCY', 'hai');
const LEAD = '82.skhcn';

let issued = 0;
/** The sample under a number of its own, so that each test has its own plan. */
function plan(change: (plan: SamplePlan) => Partial<SamplePlan> = () => ({}), again = false): SamplePlan {
  if (!again) issued += 1;
  const number = `${500 + issued}/KH-UBND`;
  const own = {
    ...samplePlan,
    number,
    note: samplePlan.note.replace(samplePlan.number, number),
  };
  return { ...own, ...change(own) };
}
const sent = async (document: SamplePlan, actor = desk): Promise<string> =>
  open(world.as(actor), `${document.number.replace('/', '-')}.docx`, wordFile(document, usual));

const tasksOf = async (actor: ReturnType<typeof makeActor>, planId: string): Promise<Answered[]> =>
  (
    await world.as(actor).data(
      `query Tasks($id: ID!) { plan(id: $id) { id allTasks { id title titleEn number section state version standing
         deadline { kind dueOn text } leads { unit { id } group { id } externalName } coordinators { unit { id } }
         timeline { kind actorName detail } permissions taskGroup { code title } } } }`,
      { id: planId },
    )
  ).plan?.allTasks ?? [];

describe('a draft that is confirmed', () => {
  test('becomes a plan whose tasks are found in both blocs', async () => {
    const document = plan();
    const id = await sent(document);
    const { draft, plan: made } = await confirm(world.as(desk), id, LEAD);
    expect(made).toMatchObject({ id: '82-501-kh-ubnd', number: '501/KH-UBND', figures: { total: 12 } });
    expect(draft).toMatchObject({ state: 'CONFIRMED', plan: { id: made.id }, permissions: [], lastChange: null });
    const all = await tasksOf(desk, made.id);
    expect(all.map(({ title }) => title)).toEqual(document.tasks.map(({ content }) => content));
    expect(all[0]).toMatchObject({
      titleEn: document.tasks[0]?.content,
      deadline: { kind: 'BEFORE_DATE', dueOn: '2025-09-14' },
      timeline: [{ kind: 'ISSUED', actorName: desk.displayName, detail: '501/KH-UBND' }],
      taskGroup: { code: 'I', title: expect.stringMatching(/quầy tiếp dân/iu) },
    });
    const asLead = await tasksOf(makeActor('82.stc', 'REPORTER'), made.id);
    // Rows 6 and 11 it leads, rows 2 and 7 it helps with as one of the departments.
    expect(asLead.map(({ number }) => number)).toEqual(['2', '6', '7', '11']);
    expect(asLead.find(({ number }) => number === '11')?.permissions).toContain('reportProgress');
    const inParty = await tasksOf(makeActor('82.vptu', 'STANDING_AGENCY'), made.id);
    expect(inParty.map(({ number }) => number)).toContain('12');
    const { search } = await world
      .as(desk)
      .data('{ search: tasks(filter: { search: "dat may lay so" }) { totalCount } }');
    expect(search.totalCount).toBe(1);
  });

  test('is followed at once by the unit that reviewed it: a result can be confirmed there', async () => {
    const { plan: made } = await confirm(world.as(desk), await sent(plan()), LEAD);
    const task = (await tasksOf(makeActor('82.snv', 'REPORTER'), made.id)).find(({ number }) => number === '3');
    const party = (await tasksOf(desk, made.id)).find(({ number }) => number === '12');
    expect(party).toMatchObject({ leads: [{ unit: { id: '82.vptu' } }] });
    expect(task?.permissions).toContain('reportProgress');
    const { plan: seen } = await world
      .as(desk)
      .data(`{ plan(id: "${made.id}") { followers { unit { id } role blocs } } }`);
    expect(seen.followers).toEqual([
      { unit: { id: '82.skhcn' }, role: 'STANDING_AGENCY', blocs: ['GOVERNMENT', 'PARTY'] },
    ]);
  });

  test('twice at once makes one plan', async () => {
    const id = await sent(plan());
    const { version } = await settleAll(world.as(desk), id, LEAD);
    const answers = await Promise.allSettled(
      [desk, colleague].map((actor) =>
        review(world.as(actor), 'confirmPlanDraft', { draftId: id, expectedVersion: version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await world.database.sql<{ plans: number; tasks: number }>(
      `select count(distinct p.id)::int plans, count(t.id)::int tasks from plans.plans p
       join plans.tasks t on t.plan_id = p.id where p.number = $1`,
      [`${500 + issued}/KH-UBND`],
    );
    expect(row).toEqual({ plans: 1, tasks: 12 });
  });

  test('by the same request sent twice gives the same plan', async () => {
    const id = await sent(plan());
    const { version } = await settleAll(world.as(desk), id, LEAD);
    const input = { idempotencyKey: `confirm-${id}`, draftId: id, expectedVersion: version };
    const [one, two] = await Promise.all([
      review(world.as(desk), 'confirmPlanDraft', input),
      review(world.as(desk), 'confirmPlanDraft', input),
    ]);
    expect(one.plan.id).toBe(two.plan.id);
  });

  test('from two files of one document makes one plan: the second reviewer must look again', async () => {
    const document = plan();
    const ids = await Promise.all([
      sent(document),
      open(world.as(colleague), 'van-ban.txt', tabSeparated(document, usual)),
    ]);
    const versions: number[] = [];
    for (const id of ids) versions.push((await settleAll(world.as(desk), id, LEAD)).version);
    const answers = await Promise.allSettled(
      ids.map((draftId, index) =>
        review(world.as(desk), 'confirmPlanDraft', { draftId, expectedVersion: versions[index] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      JSON.stringify(answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : ''))),
    ).toMatch(/STALE_VERSION|NOTHING_TO_CHANGE/);
    const { plans } = await world.as(desk).data(`{ plans(search: "${document.number}") { totalCount } }`);
    expect(plans.totalCount).toBe(1);
  });
});

describe('a draft is not confirmed', () => {
  test('while doubts are left, and says how many', async () => {
    const client = world.as(desk);
    const id = await sent(plan());
    await review(client, 'addDraftRow', { draftId: id, content: 'Việc chưa có người làm' });
    const { version, doubtCount } = await readDraft(client, id);
    expect(doubtCount).toBeGreaterThan(1);
    const refusal = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: version });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'DOUBTS_LEFT', data: { count: doubtCount } });
  });

  test('while its document is incomplete or a row has no lead unit', async () => {
    const client = world.as(desk);
    const id = await open(client, 'thiếu số.docx', wordFile({ ...samplePlan, number: '', note: '' }, usual));
    const { version, number } = await settleAll(client, id, LEAD);
    expect(number).toBeNull();
    const refusal = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: version });
    expect(refusal).toMatchObject({ code: 'INVALID', reason: 'DOCUMENT_INCOMPLETE', field: 'number' });
    const corrected = await review(client, 'correctPlanDraft', {
      draftId: id,
      expectedVersion: version,
      number: '999/KH-UBND',
    });
    const row = corrected.draft.rows[2];
    const led = await review(client, 'correctDraftRow', { rowId: row.id, expectedVersion: row.version, leads: [] });
    const nobody = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: led.draft.version });
    expect(nobody).toMatchObject({ reason: 'ROW_INCOMPLETE', field: 'leads', data: { place: 3 } });
  });

  test('as somebody changed it a moment ago, or once it is thrown away', async () => {
    const client = world.as(desk);
    const id = await sent(plan());
    const { version, rows } = await settleAll(client, id, LEAD);
    await review(world.as(colleague), 'removeDraftRow', { rowId: rows[0].id, expectedVersion: rows[0].version });
    const stale = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: version });
    expect(stale).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    const { draft } = await review(client, 'discardPlanDraft', { draftId: id, expectedVersion: version + 1 });
    expect(draft).toMatchObject({ state: 'DISCARDED', permissions: [] });
    const closed = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: draft.version });
    expect(closed).toMatchObject({ code: 'CONFLICT', reason: 'DRAFT_CLOSED' });
    expect((await client.fetch(`/files/plans/documents/${id}`)).status).toBe(404);
    expect((await readDraft(client, id)).lines).toEqual([]);
  });
});

describe('a document that comes again', () => {
  test('shows no difference and changes nothing', async () => {
    const document = plan();
    const client = world.as(desk);
    const { plan: made } = await confirm(client, await sent(document), LEAD);
    const id = await open(client, 'lần hai.xlsx', await sheetFile(document, usual));
    const draft = await settleAll(client, id, LEAD);
    expect(draft.plan).toEqual({ id: made.id });
    expect(draft.differences).toEqual({ same: 12, changed: 0, added: 0, removed: [], completed: [] });
    const refusal = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: draft.version });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'NOTHING_TO_CHANGE' });
    expect(await readDraft(client, id)).toMatchObject({ state: 'IN_REVIEW', version: draft.version });
    expect(await tasksOf(desk, made.id)).toHaveLength(12);
  });

  test('in a later version changes exactly what differs', async () => {
    const client = world.as(desk);
    const { plan: made } = await confirm(client, await sent(plan()), LEAD);
    const before = await tasksOf(desk, made.id);
    const later = plan(({ tasks }) => {
      const [one, two, ...rest] = tasks.filter(({ number }) => number !== '4') as (typeof tasks)[number][];
      if (!one || !two) throw new Error('The sample has more rows.');
      const added = {
        ...one,
        number: '13',
        section: 'III',
        content: 'Lập sổ theo dõi góp ý của doanh nghiệp nhỏ và trả lời từng ý một',
      };
      return {
        note: `${samplePlan.note} (bản sau)`,
        tasks: [{ ...one, lead: 'Sở Nội vụ', leadIds: ['snv'] }, { ...two, deadline: '30/11/2025' }, ...rest, added],
      };
    }, true);
    const id = await sent(later);
    const draft = await settleAll(client, id, LEAD);
    expect(draft.plan).toEqual({ id: made.id });
    expect(draft.differences).toMatchObject({ same: 9, changed: 2, added: 1, removed: [{ id: `${made.id}.4` }] });
    expect(draft.rows[0].difference).toMatchObject({
      kind: 'CHANGED',
      fields: ['LEADS'],
      task: { id: `${made.id}.1` },
    });
    expect(draft.rows[1].difference).toMatchObject({ kind: 'CHANGED', fields: ['DEADLINE'] });
    expect(draft.rows[2].difference).toEqual({ kind: 'SAME', fields: [], task: { id: `${made.id}.3` } });
    expect(draft.rows.at(-1).difference).toEqual({ kind: 'ADDED', fields: [], task: null });
    const confirmed = await review(client, 'confirmPlanDraft', { draftId: id, expectedVersion: draft.version });
    expect(confirmed.plan.id).toBe(made.id);
    // Twelve rows, one more, and one that was withdrawn and counts no more.
    expect(confirmed.plan.figures.total).toBe(12);
    const after = await tasksOf(desk, made.id);
    const find = (tasks: Answered[], number: string) => tasks.find((task) => task.number === number);
    expect(find(after, '1')).toMatchObject({ leads: [{ unit: { id: '82.snv' } }], version: 2 });
    expect(
      find(after, '1')
        ?.timeline.map(({ kind }: Answered) => kind)
        .sort(),
    ).toEqual(['AMENDED', 'ISSUED']);
    expect(find(after, '2')).toMatchObject({ deadline: { kind: 'DATE', dueOn: '2025-11-30' }, version: 2 });
    expect(find(after, '4')).toMatchObject({ state: 'CANCELLED', permissions: [] });
    expect(find(after, '13')).toMatchObject({ state: 'NOT_STARTED', section: 'III', taskGroup: { code: 'III' } });
    for (const number of ['3', '5', '6', '7', '8', '9', '10', '11', '12'])
      expect({ ...find(after, number), permissions: null }).toEqual({ ...find(before, number), permissions: null });
    const again = await readDraft(client, await open(client, 'van-ban.txt', tabSeparated(later, usual)));
    expect(again.differences).toEqual({ same: 12, changed: 0, added: 0, removed: [], completed: [] });
    const reporter = world.as(makeActor('82.skhcn', 'REPORTER'));
    const late = await refused(reporter, 'reportTaskProgress', report(`${made.id}.4`, 2));
    expect(late).toMatchObject({ code: 'CONFLICT', reason: 'TASK_CANCELLED' });
    const before1 = world.as(makeActor('82.ttpvhcc', 'REPORTER'));
    expect(await refused(before1, 'reportTaskProgress', report(`${made.id}.1`, 2))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('does not touch a task that is completed', async () => {
    const client = world.as(desk);
    const { plan: made } = await confirm(client, await sent(plan()), LEAD);
    const done = `${made.id}.11`;
    await act(world.as(makeActor('82.stc', 'REPORTER')), 'reportTaskProgress', claim(done, 1, '2025-11-18'));
    const { latestReport, version } = (
      await world
        .as(makeActor('82.stc', 'APPROVER'))
        .data(`{ task(id: "${done}") { version latestReport { id version } } }`)
    ).task;
    await act(world.as(makeActor('82.stc', 'APPROVER')), 'approveProgressReport', {
      progressReportId: latestReport.id,
      expectedVersion: latestReport.version,
    });
    await act(client, 'confirmTaskResult', { taskId: done, expectedVersion: version + 1 });
    const later = plan(
      ({ tasks }) => ({
        note: `${samplePlan.note} (bản sau)`,
        tasks: tasks.map((task) => (task.number === '11' ? { ...task, lead: 'Sở Y tế', leadIds: ['syt'] } : task)),
      }),
      true,
    );
    const id = await sent(later);
    const draft = await settleAll(client, id, LEAD);
    expect(draft.differences).toMatchObject({ changed: 1, completed: [{ id: done }] });
    const refusal = await refusedReview(client, 'confirmPlanDraft', { draftId: id, expectedVersion: draft.version });
    expect(refusal).toMatchObject({ reason: 'NOTHING_TO_CHANGE' });
  });
});

describe('a document that gives a task of another plan to another unit', () => {
  test('says which task of which plan it contradicts', async () => {
    const { plan: made } = await confirm(world.as(desk), await sent(plan()), LEAD);
    const other = plan(({ tasks }) => ({
      tasks: tasks
        .slice(0, 3)
        .map((task) => (task.number === '3' ? { ...task, lead: 'Sở Y tế', leadIds: ['syt'] } : task)),
    }));
    const draft = await readDraft(world.as(desk), await sent(other));
    const conflicts = draft.findings.filter(
      ({ code, message }: Answered) => code === 'LEAD_CONFLICTS' && message.includes(made.number),
    );
    expect(conflicts.map(({ rowIds }: Answered) => rowIds)).toEqual([[draft.rows[2].id]]);
  });
});

describe('a draft is its unit’s alone', () => {
  const strangers = [
    ['another unit of the bloc', makeActor('82.vpubnd', 'STANDING_AGENCY')],
    ['the other bloc', makeActor('82.vptu', 'STANDING_AGENCY')],
    ['another province', makeActor('38.skhcn', 'STANDING_AGENCY')],
  ] as const;

  test.each(strangers)('%s neither sees nor changes it', async (_who, actor) => {
    const id = await sent(plan());
    const { rows } = await readDraft(world.as(desk), id);
    expect(await readDraft(world.as(actor), id)).toBeNull();
    const listed = await world.as(actor).data('{ planDrafts { totalCount } }');
    expect(listed.planDrafts.totalCount).toBe(0);
    const { _entities } = await world
      .as(actor)
      .data(`{ _entities(representations: [{ __typename: "PlanDraftRow", id: "${rows[0].id}" }]) { __typename } }`);
    expect(_entities).toEqual([null]);
    const row = { rowId: rows[0].id, expectedVersion: 1 };
    const refusals = await Promise.all([
      refusedReview(world.as(actor), 'correctDraftRow', { ...row, content: 'Khác' }),
      refusedReview(world.as(actor), 'removeDraftRow', row),
      refusedReview(world.as(actor), 'confirmPlanDraft', { draftId: id, expectedVersion: 1 }),
      refusedReview(world.as(actor), 'discardPlanDraft', { draftId: id, expectedVersion: 1 }),
    ]);
    expect(refusals.map(({ reason }) => reason)).toEqual(refusals.map(() => 'DRAFT_NOT_FOUND'));
  });

  test.each(['VIEWER', 'REPORTER', 'APPROVER', 'SECURITY_OFFICER', 'AUDITOR', 'UNIT_ADMINISTRATOR'] as const)(
    'a %s of the unit is refused at the door',
    async (role) => {
      const actor = makeActor('82.skhcn', role);
      const response = await world.as(actor).fetch('/files/plans/documents?name=a.docx', { method: 'POST', body: 'x' });
      expect(response.status).toBe(403);
      const refusal = await world.as(actor).refusal('{ planDrafts { totalCount } }');
      expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
    },
  );

  test('a plan that another unit issued and follows is not changed by a document of the same number', async () => {
    const document = plan();
    await confirm(world.as(desk), await sent(document), LEAD);
    const other = makeActor('82.vpubnd', 'STANDING_AGENCY');
    const later = { ...document, tasks: document.tasks.slice(0, 5), note: `${document.note} (bản khác)` };
    const id = await sent(later, other);
    const { version } = await settleAll(world.as(other), id, LEAD);
    const refusal = await refusedReview(world.as(other), 'confirmPlanDraft', { draftId: id, expectedVersion: version });
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
  });
});
