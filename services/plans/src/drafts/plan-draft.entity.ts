import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Declared, Finding } from '../importing/checks.ts';
import type { BasisDocument } from '../importing/implemented-documents.ts';
import { PlanKind } from '../plans/plan.entity.ts';
import type { Bloc } from '../units/unit.reference.ts';
import type { DocumentLine } from './document-parts.ts';

export enum PlanDraftState {
  IN_REVIEW = 'IN_REVIEW',
  CONFIRMED = 'CONFIRMED',
  DISCARDED = 'DISCARDED',
}
registerEnumType(PlanDraftState, {
  name: 'PlanDraftState',
  description: 'Where a draft stands.',
  valuesConfig: {
    IN_REVIEW: { description: 'Being reviewed (đang rà soát).' },
    CONFIRMED: { description: 'Became a plan, or a change of one (đã xác nhận).' },
    DISCARDED: { description: 'Thrown away (đã bỏ).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A document as it was read, while its tasks are reviewed (dự thảo nhập văn bản).' })
@Entity('plan_drafts')
@Check('plan_drafts_state', `state in ('IN_REVIEW', 'CONFIRMED', 'DISCARDED')`)
@Check('plan_drafts_bloc', `bloc in ('PARTY', 'GOVERNMENT')`)
export class PlanDraft {
  @Field(() => ID, { description: 'Key of the draft.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_drafts_pkey' })
  id!: string;

  @Field(() => Int, { description: 'Rises with every change, of its rows too; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  /** The version at which its head last changed: a correction of the head does not collide with one of a row. */
  @Column('integer')
  headVersion!: number;

  @Field(() => PlanDraftState, { description: 'Where it stands.' })
  @Column('text')
  state!: PlanDraftState;

  @Column('text')
  provinceId!: string;

  @Column('text')
  bloc!: Bloc;

  @Column('text')
  unitId!: string;

  @Field(() => String, { description: 'The name of the file as it was sent.' })
  @Column('text')
  fileName!: string;

  @Field(() => String, { description: 'What the file says it is.' })
  @Column('text')
  mediaType!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  @Column('integer')
  sizeBytes!: number;

  @Column('text')
  sha256!: string;

  @Column('text')
  createdById!: string;

  @Field(() => String, { description: 'Who sent the document.' })
  @Column('text')
  createdBy!: string;

  @Field(() => Date, { description: 'When it was sent.' })
  @Column('timestamptz')
  createdAt!: Date;

  @Field(() => String, { description: 'Who changed the draft last.' })
  @Column('text')
  changedBy!: string;

  @Field(() => Date, { description: 'When it was changed last.' })
  @Column('timestamptz')
  changedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Number and symbol of the document (số, ký hiệu).' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of signing.' })
  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it, in the words of the document.' })
  @Column('text', { nullable: true })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  @Column('text', { nullable: true })
  title!: string | null;

  @Field(() => PlanKind, { nullable: true, description: 'What kind of document it is.' })
  @Column('text', { nullable: true })
  kind!: PlanKind | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day from which its groups of units are to be read; the day of signing unless corrected.',
  })
  @Column('date', { nullable: true })
  effectiveFrom!: string | null;

  @Column('jsonb', { default: [] })
  carriesOut!: BasisDocument[];

  /** What the document says of itself: its headings, counts and sums. */
  @Column('jsonb')
  declared!: Omit<Declared, 'issuedOn'>;

  /** What could be said only while the document was read, such as a hidden row or a missing table. */
  @Column('jsonb', { default: [] })
  notices!: Finding[];

  /** Up to 20,000 lines: read only where the document is shown. */
  @Column('jsonb', { select: false, default: [] })
  lines!: DocumentLine[];

  /** The plan that it became, or that it changed. */
  @Column('text', { nullable: true })
  planId!: string | null;
}
