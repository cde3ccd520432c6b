import type { Actor } from '@lienthong/policy/actor';
import { key, person, type World } from './world.ts';

export const officer = person('38.skhcn', 'SECURITY_OFFICER');
export const police = person('38.congan', 'SECURITY_OFFICER');

const register = `mutation ($input: RegisterSystemInput!) { registerSystem(input: $input) {
  system { id code name level version owner { id } operator { id } bloc permissions
    dossier { id state version legalRegime nextSteps proposedLevel formEightText } } } }`;

let serial = 0;

export async function makeSystem(world: World, more: Record<string, unknown> = {}, actor: Actor = officer) {
  serial += 1;
  const input = {
    idempotencyKey: key(),
    code: `HT-${serial}`,
    name: `Hệ thống số ${serial}`,
    type: 'ONLINE_SERVICE',
    level: 2,
    ownerId: '38.skhcn',
    ...more,
  };
  return (await world.as(actor).data(register, { input })).registerSystem.system;
}

export const registerMutation = register;

const advance = `mutation ($input: AdvanceDossierInput!) { advanceDossier(input: $input) {
  dossier { id state version nextSteps formEightText decisionNumber decidedBy limit { workingDays dueOn source isOverdue }
    history { from to step actorName note } }
  system { id version dossier { id state legalRegime proposedLevel } dossiers { id state } approvedLevel } } }`;

export const advanceMutation = advance;

export async function step(world: World, actor: Actor, dossierId: string, input: Record<string, unknown>) {
  const [row] = await world.database.sql<{ version: number }>('select version from compliance.dossiers where id = $1', [
    dossierId,
  ]);
  const answer = await world.as(actor).data(advance, {
    input: { idempotencyKey: key(), dossierId, expectedVersion: row?.version, ...input },
  });
  return answer.advanceDossier;
}

export const addCheckMutation = `mutation ($input: AddCheckInput!) { addCheck(input: $input) {
  check { id kind kindName why clause isStale maxAgeDays target { host port authorisedFrom } permissions } } }`;

export async function makeCheck(
  world: World,
  systemId: string,
  more: Record<string, unknown> = {},
  actor: Actor = officer,
) {
  const input = {
    idempotencyKey: key(),
    systemId,
    kind: 'SECURITY_HEADERS',
    host: '127.0.0.1',
    port: 4025,
    authorisedBy: 'Công văn cho phép kiểm tra',
    authorisedFrom: '2025-11-01',
    authorisedTo: '2025-12-31',
    ...more,
  };
  return (await world.as(actor).data(addCheckMutation, { input })).addCheck.check;
}
