import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AdministrativeUnit } from '../administrative-units/administrative-unit.entity.ts';
import { Bloc, Tier } from './bloc.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An organisation in the hierarchy (đơn vị, cơ quan); it ends, it is never deleted.' })
@Entity('units')
@Check('units_code_form', `length(code) <= 35 AND code ~ '^[A-Z0-9]+([.][A-Z0-9]+)*$'`)
@Check('units_bloc', `bloc IN ('PARTY', 'GOVERNMENT')`)
@Check('units_tier', `tier IN ('CENTRAL', 'PROVINCE', 'COMMUNE')`)
@Check('units_dates', 'valid_to > valid_from')
@Exclusion('units_code_while_valid', 'USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&)')
export class Unit {
  @Field(() => ID, { description: 'Stays the same through renaming, moving and ending.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'The code it is issued (mã định danh), unique while it exists.' })
  @Column('text')
  code!: string;

  @Field(() => [String], { description: 'Other names the documents use for it.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Field(() => Bloc, { nullable: true, description: 'Its bloc; none for courts, procuracies and enterprises.' })
  @Column('text', { nullable: true })
  bloc!: Bloc | null;

  @Field(() => Tier, { description: 'The level it works at.' })
  @Column('text')
  tier!: Tier;

  @Field(() => String, { description: 'Its kind as a code, for example DEPARTMENT.' })
  @Column('text')
  kind!: string;

  @Index('units_by_province')
  @ForeignKey(() => AdministrativeUnit, { name: 'units_province' })
  @Column('text')
  provinceId!: string;

  @Index('units_by_territory')
  @ForeignKey(() => AdministrativeUnit, { name: 'units_territory' })
  @Column('text', { nullable: true })
  territoryId!: string | null;

  @Field(() => DateScalar, { description: 'The first day it exists.' })
  @Column('date')
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day it no longer exists.' })
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Field(() => Int, { description: 'Counts its changes; send it back as expectedVersion.' })
  @Column('int')
  version!: number;

  /** The day as of which it was read; its name, parent and children are those of that day. */
  asOf!: string;

  /** What it is called on that day. */
  naming!: { name: string; shortName: string; nameEn: string };

  @Field(() => String, { description: 'Its full name on the day asked for.' })
  get name(): string {
    return this.naming.name;
  }

  @Field(() => String, { description: 'The short name that the documents use.' })
  get shortName(): string {
    return this.naming.shortName;
  }

  @Field(() => String, { description: 'Its name in English.' })
  get nameEn(): string {
    return this.naming.nameEn;
  }
}
