import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import type { UnitsContext } from '../context.ts';
import { Membership } from './membership.entity.ts';
import { mayReadMembership, mayReadPeopleOf } from './membership.policy.ts';
import { Person } from './person.entity.ts';

/** People the actor may know of: oneself, and whoever has worked where the actor may read people. */
export const personById = defineLoader<UnitsContext, string, Person | null>(async (context, ids) => {
  const { people, held } = await context.read(async (manager) => ({
    people: await manager.createQueryBuilder(Person, 'person').where('person.id = ANY(:ids)', { ids }).getMany(),
    held: await manager
      .createQueryBuilder(Membership, 'membership')
      .where('membership.personId = ANY(:ids)', { ids })
      .getMany(),
  }));
  const known = new Set(held.filter((row) => mayReadPeopleOf(context, row)).map((row) => row.personId));
  const seen = people.filter((person) => person.id === context.actor.id || known.has(person.id));
  return inOrder(ids, seen, (row) => row.id);
});

export const membershipById = defineLoader<UnitsContext, string, Membership | null>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager.createQueryBuilder(Membership, 'membership').where('membership.id = ANY(:ids)', { ids }).getMany(),
  );
  const seen = rows.filter((row) => mayReadMembership(context, row));
  return inOrder(ids, seen, (row) => row.id);
});

/** Memberships that hold today, as far as the actor may know of them. */
function currentBy(column: 'unitId' | 'personId') {
  return defineLoader<UnitsContext, string, Membership[]>(async (context, ids) => {
    const rows = await context.read((manager) =>
      manager
        .createQueryBuilder(Membership, 'membership')
        .where(`membership.${column} = ANY(:ids)`, { ids })
        .andWhere('membership.validFrom <= :on AND (membership.validTo IS NULL OR membership.validTo > :on)', {
          on: context.clock.today(),
        })
        .orderBy('membership.validFrom')
        .addOrderBy('membership.id')
        .getMany(),
    );
    const seen = rows.filter((row) => mayReadMembership(context, row));
    return grouped(ids, seen, (row) => row[column]);
  });
}

export const membershipsOfUnit = currentBy('unitId');
export const membershipsOfPerson = currentBy('personId');
