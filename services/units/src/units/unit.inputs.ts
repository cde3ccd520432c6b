import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Bloc, Tier } from './bloc.ts';
import { Unit } from './unit.entity.ts';

@InputType({ description: 'Which units to list (bộ lọc đơn vị).' })
export class UnitFilter {
  @Field(() => String, { nullable: true, description: 'Words of a name, alias or code; marks and case do not matter.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only units of this province.' })
  provinceId?: string | null;

  @Field(() => Bloc, { nullable: true, description: 'Only units of this bloc.' })
  bloc?: Bloc | null;

  @Field(() => Tier, { nullable: true, description: 'Only units of this level.' })
  tier?: Tier | null;

  @Field(() => String, { nullable: true, description: 'Only units of this kind.' })
  kind?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only units directly below this one.' })
  parentId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'As of this day; today when left out.' })
  asOf?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only members of this group, in the province asked for or the own.' })
  groupId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these units, ended ones included.' })
  ids?: string[] | null;
}

@InputType({ description: 'A new unit (thành lập đơn vị).' })
export class CreateUnitInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Groups of capitals and digits joined by full stops, at most 35 characters.' })
  code!: string;

  @Field(() => String, { description: 'The full Vietnamese name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The short name; the full one when left out.' })
  shortName?: string | null;

  @Field(() => String, { nullable: true, description: 'The English name; the Vietnamese without marks when left out.' })
  nameEn?: string | null;

  @Field(() => Bloc, { nullable: true, description: 'Its bloc; none for courts, procuracies and enterprises.' })
  bloc?: Bloc | null;

  @Field(() => Tier, { description: 'The level it works at.' })
  tier!: Tier;

  @Field(() => String, { description: 'Its kind as a code, for example DEPARTMENT.' })
  kind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit it stands below; none puts it at the top of the province.',
  })
  parentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The territory it stands on; that of its parent when left out.' })
  territoryId?: string | null;

  @Field(() => DateScalar, { description: 'The first day it exists.' })
  validFrom!: string;
}

@InputType({ description: 'Another name from a day on (đổi tên đơn vị).' })
export class RenameUnitInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version the form was filled from.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'The new full name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The new short name; the full one when left out.' })
  shortName?: string | null;

  @Field(() => String, { nullable: true, description: 'The new English name.' })
  nameEn?: string | null;

  @Field(() => DateScalar, { description: 'The first day of the new name.' })
  on!: string;
}

@InputType({ description: 'Another parent from a day on (chuyển đơn vị trực thuộc).' })
export class MoveUnitInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version the form was filled from.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'The new parent; none puts it at the top of the province.' })
  newParentId?: string | null;

  @Field(() => DateScalar, { description: 'The first day below the new parent.' })
  on!: string;
}

@InputType({ description: 'The end of a unit, with those who take over (kết thúc hoạt động, sáp nhập).' })
export class EndUnitInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Int, { description: 'The version the form was filled from.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The first day it no longer exists.' })
  on!: string;

  @Field(() => [ID], { description: 'The units that answer for its work from that day; may be none.' })
  successorIds!: string[];
}

@ObjectType({ description: 'The unit that was set up.' })
export class CreateUnitPayload {
  @Field(() => Unit, { description: 'The new unit.' })
  unit!: Unit;
}

@ObjectType({ description: 'The unit that was renamed.' })
export class RenameUnitPayload {
  @Field(() => Unit, { description: 'The unit as it is after the change.' })
  unit!: Unit;
}

@ObjectType({ description: 'The unit that was moved.' })
export class MoveUnitPayload {
  @Field(() => Unit, { description: 'The unit as it is after the change.' })
  unit!: Unit;
}

@ObjectType({ description: 'The unit that was ended.' })
export class EndUnitPayload {
  @Field(() => Unit, { description: 'The unit as it is after the change.' })
  unit!: Unit;
}
