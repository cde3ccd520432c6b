import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceMutation, makeSystem, officer, police, step } from './make.ts';
import { key, openWorld, person, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const decision = { decisionNumber: '15/QĐ-SKHCN', decisionOn: '2025-11-20' };

async function approve(dossierId: string): Promise<void> {
  await step(world, officer, dossierId, { step: 'SUBMIT' });
  await step(world, police, dossierId, { step: 'ACCEPT_AS_COMPLETE' });
  await step(world, police, dossierId, { step: 'RECORD_OPINION', note: 'Đạt' });
  await step(world, officer, dossierId, { step: 'PASS_FOR_APPROVAL' });
  await step(world, officer, dossierId, { step: 'APPROVE', ...decision });
}

async function refused(actor: typeof officer, dossierId: string, input: Record<string, unknown>) {
  const [row] = await world.database.sql<{ version: number }>('select version from compliance.dossiers where id = $1', [
    dossierId,
  ]);
  return world.as(actor).refusal(advanceMutation, {
    input: { idempotencyKey: key(), dossierId, expectedVersion: row?.version, ...input },
  });
}

describe('a dossier on its way', () => {
  it('goes from draft to approved, each step by whom it belongs to, with its history', async () => {
    const { id, dossier } = await makeSystem(world, { level: 3 });
    await approve(dossier.id);
    const answer = await world.as(officer).data(
      `query ($id: ID!) { informationSystem(id: $id) { approvedLevel dossier { state stateName formEightText
        decisionNumber decidedBy nextSteps history { from to step actorName } } } }`,
      { id },
    );
    const { approvedLevel, dossier: current } = answer.informationSystem;
    expect(approvedLevel).toBe(3);
    expect(current).toMatchObject({ state: 'APPROVED', stateName: 'Đã phê duyệt', formEightText: 'Đã được phê duyệt' });
    expect(current).toMatchObject({ decisionNumber: '15/QĐ-SKHCN', decidedBy: 'Đơn vị 38.skhcn' });
    expect(current.nextSteps).toEqual(['MARK_REDETERMINATION', 'RETIRE']);
    expect(current.history.map((event: { to: string }) => event.to)).toEqual([
      'DRAFT',
      'SUBMITTED',
      'UNDER_APPRAISAL',
      'APPRAISED',
      'AWAITING_APPROVAL',
      'APPROVED',
    ]);
    expect(current.history[2]).toMatchObject({ step: 'ACCEPT_AS_COMPLETE', actorName: police.displayName });
  });

  it('goes back as incomplete, with the reason, and can be sent again', async () => {
    const { dossier } = await makeSystem(world);
    await step(world, officer, dossier.id, { step: 'SUBMIT' });
    expect(await refused(police, dossier.id, { step: 'RETURN' })).toMatchObject({
      reason: 'REASON_REQUIRED',
      field: 'note',
    });
    const back = await step(world, police, dossier.id, { step: 'RETURN', note: 'Thiếu phần 3' });
    expect(back.dossier).toMatchObject({ state: 'RETURNED', nextSteps: ['RESUBMIT'] });
    expect(back.dossier.history.at(-1)).toMatchObject({ note: 'Thiếu phần 3' });
    expect((await step(world, officer, dossier.id, { step: 'RESUBMIT' })).dossier.state).toBe('SUBMITTED');
  });

  it('shows the limit of the state, with its source and whether it has passed', async () => {
    const { id, dossier } = await makeSystem(world, { level: 3 });
    await step(world, officer, dossier.id, { step: 'SUBMIT' });
    const { dossier: now } = await step(world, police, dossier.id, { step: 'ACCEPT_AS_COMPLETE' });
    expect(now.limit).toMatchObject({ dueOn: '2025-12-05', workingDays: 11, isOverdue: false });
    world.clock.set('2025-12-06T08:00:00+07:00');
    const query = 'query ($id: ID!) { informationSystem(id: $id) { dossier { limit { isOverdue } } } }';
    const later = await world.as(officer).data(query, { id });
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(later.informationSystem.dossier.limit.isOverdue).toBe(true);
  });

  it('is not appraised by the unit that operates the system, to whom the step is not offered either', async () => {
    const { dossier } = await makeSystem(world);
    const { dossier: sent } = await step(world, officer, dossier.id, { step: 'SUBMIT' });
    expect(sent.nextSteps).toEqual(['RETURN']);
    expect(await refused(officer, dossier.id, { step: 'ACCEPT_AS_COMPLETE' })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'APPRAISER_OPERATES_SYSTEM',
    });
    expect((await step(world, police, dossier.id, { step: 'ACCEPT_AS_COMPLETE' })).dossier.state).toBe(
      'UNDER_APPRAISAL',
    );
  });

  it('refuses a step out of order, a stale form, and a dossier that is not there', async () => {
    const { dossier } = await makeSystem(world);
    expect(await refused(officer, dossier.id, { step: 'APPROVE', ...decision })).toMatchObject({
      reason: 'STEP_NOT_POSSIBLE',
    });
    expect(await refused(officer, dossier.id, { step: 'SUBMIT', expectedVersion: 9 })).toMatchObject({
      reason: 'STALE_VERSION',
    });
    expect(await refused(officer, 'nowhere', { step: 'SUBMIT', expectedVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'DOSSIER_NOT_FOUND',
    });
  });

  it.each([
    [{ decisionNumber: '' }, 'DECISION_NUMBER_REQUIRED'],
    [{ decisionOn: null }, 'DECISION_DATE_REQUIRED'],
    [{ decisionOn: '2025-11-21' }, 'DECISION_IN_FUTURE'],
    [{ decisionOn: '2025-11-01' }, 'DECISION_BEFORE_SUBMISSION'],
  ])('is not approved by %o', async (more, reason) => {
    const { dossier } = await makeSystem(world);
    await step(world, officer, dossier.id, { step: 'SUBMIT' });
    await step(world, police, dossier.id, { step: 'ACCEPT_AS_COMPLETE' });
    await step(world, police, dossier.id, { step: 'RECORD_OPINION' });
    await step(world, officer, dossier.id, { step: 'PASS_FOR_APPROVAL' });
    expect(await refused(officer, dossier.id, { step: 'APPROVE', ...decision, ...more })).toMatchObject({ reason });
  });

  it('begun under the old law is no longer approved after its time of transition', async () => {
    const { dossier } = await makeSystem(world);
    await step(world, officer, dossier.id, { step: 'SUBMIT' });
    await step(world, police, dossier.id, { step: 'ACCEPT_AS_COMPLETE' });
    await step(world, police, dossier.id, { step: 'RECORD_OPINION' });
    const { dossier: waiting } = await step(world, officer, dossier.id, { step: 'PASS_FOR_APPROVAL' });
    expect(waiting.nextSteps).toEqual(['APPROVE', 'REFUSE']);
    world.clock.set('2027-01-04T08:00:00+07:00');
    const late = await refused(officer, dossier.id, { step: 'APPROVE', ...decision });
    const back = await step(world, officer, dossier.id, { step: 'REFUSE', note: 'Lập lại theo quy định mới' });
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(late).toMatchObject({ code: 'CONFLICT', reason: 'REGIME_NO_LONGER_APPROVES' });
    expect(back.dossier.state).toBe('RETURNED');
  });
});

describe('determining a level anew', () => {
  it('opens a draft under the law of the day; the old approval stands until the new one, then is superseded', async () => {
    const { id, dossier } = await makeSystem(world);
    await approve(dossier.id);
    world.clock.set('2026-09-15T09:00:00+07:00');
    const { system } = await step(world, officer, dossier.id, { step: 'MARK_REDETERMINATION', note: 'Sắp xếp bộ máy' });
    expect(system.dossier).toMatchObject({ state: 'DRAFT', legalRegime: 'R2026' });
    expect(system.approvedLevel).toBe(2);
    await step(world, officer, system.dossier.id, { step: 'SUBMIT' });
    await step(world, police, system.dossier.id, { step: 'ACCEPT_AS_COMPLETE' });
    await step(world, police, system.dossier.id, { step: 'RECORD_OPINION' });
    await step(world, officer, system.dossier.id, { step: 'PASS_FOR_APPROVAL' });
    const { system: done } = await step(world, officer, system.dossier.id, {
      step: 'APPROVE',
      decisionNumber: '20/QĐ',
      decisionOn: '2026-09-15',
    });
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(done.id).toBe(id);
    expect(done.dossiers.map((one: { state: string }) => one.state)).toEqual(['APPROVED', 'SUPERSEDED']);
  });

  it('follows by itself when risk raises an approved level', async () => {
    const { id, dossier } = await makeSystem(world);
    await approve(dossier.id);
    const answer = await world.as(officer).data(
      `mutation ($input: CorrectSystemInput!) { correctSystem(input: $input) {
        system { level approvedLevel dossier { state proposedLevel } dossiers { state } } } }`,
      { input: { idempotencyKey: key(), systemId: id, expectedVersion: 1, level: 3 } },
    );
    expect(answer.correctSystem.system).toMatchObject({
      level: 3,
      approvedLevel: 2,
      dossier: { state: 'DRAFT', proposedLevel: 3 },
      dossiers: [{ state: 'DRAFT' }, { state: 'REDETERMINATION_DUE' }],
    });
  });
});

describe('the rules of levels', () => {
  const query =
    'query ($on: Date) { levelRules(on: $on) { level appraiser approver appraisalWorkingDays limits legalRegime } }';

  it('are those of the day asked about', async () => {
    const today = await world.as(person('38.skhcn', 'VIEWER')).data(query);
    expect(today.levelRules[2]).toMatchObject({ level: 3, legalRegime: 'R2016', appraisalWorkingDays: null });
    const later = await world.as(person('38.skhcn', 'VIEWER')).data(query, { on: '2026-09-01' });
    expect(later.levelRules[2]).toMatchObject({
      legalRegime: 'R2026',
      appraisalWorkingDays: 15,
      limits: 'Thẩm định: 15 ngày làm việc; phê duyệt: 7 ngày làm việc',
    });
  });
});
