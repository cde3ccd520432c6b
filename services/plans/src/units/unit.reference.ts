import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum Bloc {
  PARTY = 'PARTY',
  GOVERNMENT = 'GOVERNMENT',
}
registerEnumType(Bloc, {
  name: 'Bloc',
  description: 'Which half of the system a unit belongs to: Party or government (khối).',
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An organisation (đơn vị) that leads, coordinates or follows tasks.' })
export class Unit {
  @Field(() => ID, { description: 'Key in the units service.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A class of units addressed together (nhóm đơn vị).' })
export class UnitGroup {
  @Field(() => ID, { description: 'Key in the units service.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A person who works on tasks (người thực hiện).' })
export class Person {
  @Field(() => ID, { description: 'Key in the units service.' })
  id!: string;
}

/** The name as last heard from the units service: it is shown even while that service is away. */
export function unitNameOf(
  { hierarchy, locale }: { hierarchy: Hierarchy; locale: 'vi' | 'en' },
  unitId: string,
): string {
  const unit = hierarchy.find(unitId);
  return (locale === 'en' ? unit?.nameEn : unit?.name) ?? unitId;
}

export const unitReference = (id: string): Unit => Object.assign(new Unit(), { id });
export const groupReference = (id: string): UnitGroup => Object.assign(new UnitGroup(), { id });
export const personReference = (id: string): Person => Object.assign(new Person(), { id });
