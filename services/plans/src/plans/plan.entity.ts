import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Bloc } from '../units/unit.reference.ts';

export enum PlanKind {
  PLAN = 'PLAN',
  OFFICIAL_LETTER = 'OFFICIAL_LETTER',
}
registerEnumType(PlanKind, {
  name: 'PlanKind',
  description: 'What kind of document gives the tasks.',
  valuesConfig: {
    PLAN: { description: 'A plan (kế hoạch).' },
    OFFICIAL_LETTER: { description: 'An official letter (công văn) that picks or restates tasks.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An issued document whose appendix lists tasks (kế hoạch).' })
@Entity('plans')
@Check('plans_kind', `kind in ('PLAN', 'OFFICIAL_LETTER')`)
@Check('plans_bloc', `bloc in ('PARTY', 'GOVERNMENT')`)
export class Plan {
  @Field(() => ID, { description: 'Key of the plan.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plans_pkey' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Number and symbol (số, ký hiệu), such as 285-KH/TU.' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => PlanKind, { description: 'What kind of document it is.' })
  @Column('text')
  kind!: PlanKind;

  @Field(() => String, { description: 'Short title in Vietnamese.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Short title in English.' })
  @Column('text')
  titleEn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of signing, where the document shows one.' })
  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Field(() => DateScalar, { description: 'Day from which its groups of units are read.' })
  @Column('date')
  effectiveFrom!: string;

  @Column('date')
  openedOn!: string;

  @Column('text', { nullable: true })
  issuerUnitId!: string | null;

  @Field(() => String, { description: 'Who issued it, in the words of the document.' })
  @Column('text')
  issuerName!: string;

  @Field(() => Bloc, { description: 'The bloc that issued it.' })
  @Column('text')
  bloc!: Bloc;

  @Field(() => ID, { description: 'Official code of the province.' })
  @Column('text')
  provinceId!: string;

  @Field(() => String, { description: 'Where to find it: document, issuer, day, parts.' })
  @Column('text')
  citation!: string;

  @Field(() => String, { nullable: true, description: 'What a reader should know of the text at hand.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'How many tasks its own headings declare, where they all do.' })
  @Column('integer', { nullable: true })
  declaredTaskCount!: number | null;

  @Column('text', { array: true })
  blocs!: Bloc[];

  @Column('text', { array: true })
  participants!: string[];

  @Column('text')
  searchText!: string;
}

@ObjectType({ description: 'A document that a plan carries out (văn bản cấp trên).' })
@Entity('plan_references')
export class PlanReference {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_references_pkey' })
  planId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'plan_references_pkey' })
  ordinal!: number;

  @Field(() => String, { description: 'Number and symbol.' })
  @Column('text')
  number!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of signing, where known.' })
  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  @Column('text', { nullable: true })
  issuerName!: string | null;

  @Column('text', { nullable: true })
  implementedPlanId!: string | null;
}
