import { randomUUID } from 'node:crypto';
import { type Page, paginate } from '@lienthong/kit/connection';
import { violatedConstraint } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import type { Effects } from '@lienthong/kit/write';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import { loadUnit } from '../units/unit.directory.ts';
import { blocsConcerned } from '../units/unit.policy.ts';
import { demandDate, demandText, demandValid, getUnitForChange } from '../units/unit.rules.ts';
import { Membership } from './membership.entity.ts';
import type { EndMembershipInput, GrantMembershipInput, NewPersonInput } from './membership.inputs.ts';
import { membershipById } from './membership.loader.ts';
import { demandMayGrant, membershipFacts } from './membership.policy.ts';
import { Person } from './person.entity.ts';

/** The people who work in a unit today. */
export async function listPeople(
  context: UnitsContext,
  unitId: string,
  page: { first?: number | null; after?: string | null },
): Promise<Page<Person>> {
  const on = context.clock.today();
  const unit = await loadUnit(context, unitId);
  if (!unit) throw new Refusal('NOT_FOUND', 'UNIT_NOT_FOUND', { field: 'unitId', id: unitId });
  context.demand('read', 'Person', membershipFacts({ unitId, provinceId: unit.provinceId, bloc: unit.bloc }));
  const query = (manager: EntityManager): SelectQueryBuilder<Person> =>
    manager.createQueryBuilder(Person, 'person').where(
      `EXISTS (SELECT 1 FROM memberships held WHERE held.person_id = person.id AND held.unit_id = :unitId
         AND held.valid_from <= :on AND (held.valid_to IS NULL OR held.valid_to > :on))`,
      { unitId, on },
    );
  return paginate(
    context,
    query,
    [
      { sql: 'person.displayName COLLATE public.vietnamese', type: 'text' },
      { sql: 'person.id', type: 'text' },
    ],
    page,
  );
}

export async function getMembership(context: UnitsContext, id: string): Promise<Membership> {
  const membership = await context.loaders.for(membershipById).load(id);
  if (!membership) throw new Refusal('NOT_FOUND', 'MEMBERSHIP_NOT_FOUND', { id });
  return membership;
}

export async function grantMembership(context: UnitsContext, input: GrantMembershipInput): Promise<Membership> {
  const { membershipId } = await context.write('grantMembership', input, async (manager, effects) => {
    const unit = await getUnitForChange(context, manager, input.unitId);
    const { provinceId, bloc } = unit;
    demandMayGrant(context, { unitId: unit.id, provinceId, bloc }, input.role);
    demandDate(context, input.validFrom, 'validFrom');
    demandValid(unit, input.validFrom, 'validFrom');
    const validTo = input.validTo ?? null;
    if (validTo !== null && validTo <= input.validFrom) {
      throw new Refusal('INVALID', 'END_NOT_AFTER_START', {
        field: 'validTo',
        on: validTo,
        validFrom: input.validFrom,
      });
    }
    const personId = await personFor(manager, input);
    const id = randomUUID();
    const membership = { id, personId, unitId: unit.id, role: input.role, bloc, provinceId };
    await manager
      .insert(Membership, { ...membership, validFrom: input.validFrom, validTo, version: 1 })
      .catch((error: unknown) => {
        const constraint = violatedConstraint(error);
        if (constraint === 'memberships_once') throw new Refusal('CONFLICT', 'MEMBERSHIP_HELD', { field: 'role' });
        if (constraint === 'memberships_person') {
          throw new Refusal('NOT_FOUND', 'PERSON_NOT_FOUND', { field: 'personId', id: personId });
        }
        throw error;
      });
    record(effects, membership, undefined, { ...membership, validFrom: input.validFrom, validTo });
    return { membershipId: id };
  });
  return getMembership(context, membershipId);
}

/** A person is known by the issuer's subject; the same subject is never entered twice. */
async function personFor(manager: EntityManager, input: GrantMembershipInput): Promise<string> {
  if (Boolean(input.personId) === Boolean(input.newPerson)) {
    throw new Refusal('INVALID', 'PERSON_OR_NEW_PERSON', { field: 'personId' });
  }
  return input.newPerson ? addPerson(manager, input.newPerson) : (input.personId ?? '');
}

async function addPerson(manager: EntityManager, person: NewPersonInput): Promise<string> {
  const displayName = demandText(person.displayName, 'newPerson.displayName', 200);
  const subject = demandText(person.subject, 'newPerson.subject', 200);
  const id = randomUUID();
  await manager.insert(Person, { id, subject, displayName, displayNameEn: null }).catch((error: unknown) => {
    if (violatedConstraint(error) !== 'people_subject') throw error;
    throw new Refusal('CONFLICT', 'PERSON_KNOWN', { field: 'newPerson.subject', subject });
  });
  return id;
}

export async function endMembership(context: UnitsContext, input: EndMembershipInput): Promise<Membership> {
  await context.write('endMembership', input, async (manager, effects) => {
    const membership = await manager
      .createQueryBuilder(Membership, 'membership')
      .setLock('pessimistic_write')
      .where('membership.id = :id', { id: input.membershipId })
      .getOne();
    if (!membership) throw new Refusal('NOT_FOUND', 'MEMBERSHIP_NOT_FOUND', { field: 'membershipId' });
    demandMayGrant(context, membership, membership.role);
    demandDate(context, input.on, 'on');
    if (membership.validTo !== null && membership.validTo <= input.on) {
      throw new Refusal('CONFLICT', 'MEMBERSHIP_ENDED', { endedOn: membership.validTo });
    }
    if (input.on <= membership.validFrom) {
      throw new Refusal('INVALID', 'END_NOT_AFTER_START', {
        field: 'on',
        on: input.on,
        validFrom: membership.validFrom,
      });
    }
    await manager.update(Membership, { id: membership.id }, { validTo: input.on, version: membership.version + 1 });
    record(effects, membership, { validTo: membership.validTo }, { validTo: input.on });
    return { membershipId: membership.id };
  });
  return getMembership(context, input.membershipId);
}

function record(
  effects: Effects,
  { id, unitId, provinceId, bloc }: Pick<Membership, 'id' | 'unitId' | 'provinceId' | 'bloc'>,
  before: object | undefined,
  after: object,
): void {
  const blocs = blocsConcerned(bloc);
  effects.audit({ objectType: 'Membership', objectId: id, provinceId, blocs, unitId, before, after });
  effects.publish({ type: 'Membership', id, provinceId, blocs, unitIds: [unitId] });
}
