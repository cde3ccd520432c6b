import { listen } from '@lienthong/kit/events';
import { scheduleHousekeeping } from '@lienthong/kit/housekeeping';
import type { ServiceDefinition, ServiceRuntime } from '@lienthong/kit/server';
import { type Actor } from '@lienthong/policy/actor';
import { guardOperation } from '@lienthong/policy/rule';
import { withPolicy } from '@lienthong/policy/service-context';
import { CreateServiceTables1763683200000 } from '../migrations/1763683200000-create-service-tables.ts';
import { CreateAdministrativeUnits1763683260000 } from '../migrations/1763683260000-create-administrative-units.ts';
import { CreateUnits1763683320000 } from '../migrations/1763683320000-create-units.ts';
import { CreateUnitGroups1763683380000 } from '../migrations/1763683380000-create-unit-groups.ts';
import { CreateMemberships1763683440000 } from '../migrations/1763683440000-create-memberships.ts';
import { TellAliases1763700000000 } from '../migrations/1763700000000-tell-aliases.ts';
import { AddHousekeeping1763800000000 } from '../migrations/1763800000000-add-housekeeping.ts';
import { AdministrativeUnit } from './administrative-units/administrative-unit.entity.ts';
import { AdministrativeUnitResolver } from './administrative-units/administrative-unit.resolver.ts';
import { findAdministrativeUnit } from './administrative-units/administrative-unit.service.ts';
import { AdministrativeUnitPredecessor } from './administrative-units/administrative-unit-predecessor.entity.ts';
import { AdministrativeUnitSuccession } from './administrative-units/administrative-unit-succession.entity.ts';
import type { UnitsContext } from './context.ts';
import { actorRoute } from './memberships/actor.route.ts';
import { IntegratorClient } from './memberships/integrator-client.entity.ts';
import { Membership } from './memberships/membership.entity.ts';
import { membershipById, personById } from './memberships/membership.loader.ts';
import { MembershipResolver, PersonResolver, UnitPeopleResolver } from './memberships/membership.resolver.ts';
import { Person } from './memberships/person.entity.ts';
import { ViewerResolver } from './memberships/viewer.resolver.ts';
import { en } from './refusals.en.ts';
import { vi } from './refusals.vi.ts';
import { settingsOf } from './settings.ts';
import { UnitGroup } from './unit-groups/unit-group.entity.ts';
import { UnitGroupResolver } from './unit-groups/unit-group.resolver.ts';
import { findUnitGroup } from './unit-groups/unit-group.service.ts';
import { hierarchyRoute } from './units/hierarchy.route.ts';
import { HierarchyState } from './units/hierarchy-state.entity.ts';
import { HierarchyStore } from './units/hierarchy-store.ts';
import { TerritoryUnitsResolver } from './units/territory-units.resolver.ts';
import { loadUnit } from './units/unit.directory.ts';
import { Unit } from './units/unit.entity.ts';
import { UnitResolver } from './units/unit.resolver.ts';
import { UnitChange } from './units/unit-change.entity.ts';
import { UnitChangeResolver, UnitFieldsResolver, UnitSuccessionResolver } from './units/unit-fields.resolver.ts';
import { UnitName } from './units/unit-name.entity.ts';
import { UnitPlacement } from './units/unit-placement.entity.ts';
import { UnitSuccession } from './units/unit-succession.entity.ts';

export const migrations = [
  CreateServiceTables1763683200000,
  CreateAdministrativeUnits1763683260000,
  CreateUnits1763683320000,
  CreateUnitGroups1763683380000,
  CreateMemberships1763683440000,
  TellAliases1763700000000,
  AddHousekeeping1763800000000,
];

export const entities = [
  AdministrativeUnit,
  AdministrativeUnitPredecessor,
  AdministrativeUnitSuccession,
  HierarchyState,
  Unit,
  UnitName,
  UnitPlacement,
  UnitSuccession,
  UnitChange,
  UnitGroup,
  Person,
  Membership,
  IntegratorClient,
];

export const resolvers = [
  AdministrativeUnitResolver,
  UnitResolver,
  UnitFieldsResolver,
  UnitSuccessionResolver,
  UnitChangeResolver,
  TerritoryUnitsResolver,
  UnitGroupResolver,
  MembershipResolver,
  PersonResolver,
  UnitPeopleResolver,
  ViewerResolver,
];

export const graph: ServiceDefinition<Actor, UnitsContext>['graph'] = {
  resolvers,
  guard: guardOperation,
  references: {
    AdministrativeUnit: ({ id }: { id: string }, context) => findAdministrativeUnit(context, id),
    Unit: ({ id }: { id: string }, context) => loadUnit(context, id),
    UnitGroup: ({ id }: { id: string }, context) => findUnitGroup(context, id),
    Person: ({ id }: { id: string }, context) => context.loaders.for(personById).load(id),
    Membership: ({ id }: { id: string }, context) => context.loaders.for(membershipById).load(id),
  },
};

export const definition: ServiceDefinition<Actor, UnitsContext> = {
  name: 'units',
  entities,
  migrations,
  graph,
  refusals: { vi, en },
  settings: settingsOf,
  routes: [actorRoute, hierarchyRoute],
};

/** What each request of this service gets besides, and the reading of the hierarchy that stands behind it. */
export function unitsRuntime(databaseUrl: string): Pick<ServiceRuntime<Actor, UnitsContext>, 'extend' | 'background'> {
  let store: HierarchyStore;
  const judge = withPolicy(() => store.current());
  return {
    background: async ({ dataSource, log }) => {
      store = await HierarchyStore.open(dataSource);
      const refresh = (): void => {
        store.refresh().catch((error: unknown) => log.warn({ err: error }, 'hierarchy'));
      };
      // Another process of this service may have made the change.
      const listener = await listen(
        databaseUrl,
        (event) => {
          if (event.service === 'units' && event.type === 'Unit') refresh();
        },
        { onReconnect: refresh, onError: (error) => log.warn({ err: error }, 'events') },
      );
      const endHousekeeping = scheduleHousekeeping({ dataSource, schema: 'units', log });
      return async () => {
        await endHousekeeping();
        await listener.close();
      };
    },
    extend: (base) => ({
      ...judge(base),
      hierarchyDocument: () => store.document(),
      // A resolver's context is a copy that the server made of this one: both must see the new value.
      refreshHierarchy: async function (this: UnitsContext) {
        await store.refresh();
        const judged = judge(base);
        for (const context of [base, this]) Object.assign(context, judged);
      },
    }),
  };
}
