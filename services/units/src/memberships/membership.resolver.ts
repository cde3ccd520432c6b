import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { UnitsContext } from '../context.ts';
import { loadUnit } from '../units/unit.directory.ts';
import { Unit } from '../units/unit.entity.ts';
import { Membership } from './membership.entity.ts';
import {
  EndMembershipInput,
  EndMembershipPayload,
  GrantMembershipInput,
  GrantMembershipPayload,
} from './membership.inputs.ts';
import { membershipsOfPerson, membershipsOfUnit, personById } from './membership.loader.ts';
import { endMembership, grantMembership, listPeople } from './membership.service.ts';
import { PersonConnection } from './person.connection.ts';
import { Person } from './person.entity.ts';

@Resolver(() => Membership)
export class MembershipResolver {
  @Rule('Person.read')
  @Query(() => PersonConnection, { description: 'The people who work in a unit today (người trong đơn vị).' })
  people(
    @Ctx() context: UnitsContext,
    @Arg('unitId', () => ID) unitId: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Person>> {
    return listPeople(context, unitId, page);
  }

  @Rule('Membership.manage')
  @Mutation(() => GrantMembershipPayload, { description: 'Gives a person a role in a unit (phân công).' })
  async grantMembership(
    @Ctx() context: UnitsContext,
    @Arg('input', () => GrantMembershipInput) input: GrantMembershipInput,
  ): Promise<GrantMembershipPayload> {
    return { membership: await grantMembership(context, input) };
  }

  @Rule('Membership.manage')
  @Mutation(() => EndMembershipPayload, { description: 'Ends a person’s role in a unit (thôi phân công).' })
  async endMembership(
    @Ctx() context: UnitsContext,
    @Arg('input', () => EndMembershipInput) input: EndMembershipInput,
  ): Promise<EndMembershipPayload> {
    return { membership: await endMembership(context, input) };
  }

  @FieldResolver(() => Person, { description: 'Who holds it.' })
  person(@Root() membership: Membership, @Ctx() context: UnitsContext): Promise<Person | null> {
    return context.loaders.for(personById).load(membership.personId);
  }

  @FieldResolver(() => Unit, { description: 'In which unit.' })
  unit(@Root() membership: Membership, @Ctx() context: UnitsContext): Promise<Unit | null> {
    return loadUnit(context, membership.unitId);
  }
}

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => String, { description: 'What to show for this person, in the reader’s language.' })
  displayName(@Root() person: Person, @Ctx() context: UnitsContext): string {
    return (context.locale === 'en' && person.displayNameEn) || person.displayName;
  }

  @FieldResolver(() => [Membership], { description: 'The roles held today, as far as the reader may know of them.' })
  memberships(@Root() person: Person, @Ctx() context: UnitsContext): Promise<Membership[]> {
    return context.loaders.for(membershipsOfPerson).load(person.id);
  }
}

@Resolver(() => Unit)
export class UnitPeopleResolver {
  @FieldResolver(() => [Membership], { description: 'Who works in it today, as far as the reader may know of it.' })
  people(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<Membership[]> {
    return context.loaders.for(membershipsOfUnit).load(unit.id);
  }
}
