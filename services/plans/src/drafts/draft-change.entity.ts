import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanDraft } from './plan-draft.entity.ts';
import type { PlanDraftRow } from './plan-draft-row.entity.ts';

export enum DraftChangeKind {
  DOCUMENT = 'DOCUMENT',
  ROW = 'ROW',
  SPLIT = 'SPLIT',
  JOIN = 'JOIN',
  ADD = 'ADD',
  REMOVE = 'REMOVE',
}
registerEnumType(DraftChangeKind, {
  name: 'DraftChangeKind',
  description: 'What a reviewer did to a draft.',
  valuesConfig: {
    DOCUMENT: { description: 'Corrected the head of the document.' },
    ROW: { description: 'Corrected a row or called it right.' },
    SPLIT: { description: 'Made two rows of one.' },
    JOIN: { description: 'Made one row of two.' },
    ADD: { description: 'Added a row.' },
    REMOVE: { description: 'Took a row out.' },
  },
});

/** What the head of a draft was before a change. */
export type DraftHead = Pick<PlanDraft, 'number' | 'issuedOn' | 'issuer' | 'title' | 'kind' | 'effectiveFrom'>;

/** What a row was before a change; its version only rises, also when the change is taken back. */
export type RowBefore = Omit<PlanDraftRow, 'draftId' | 'version'>;

export interface DraftBefore {
  head?: DraftHead;
  rows?: RowBefore[];
  /** The row that came into being: taking the change back takes it out. */
  addedId?: string;
}

@ObjectType({ description: 'What a reviewer did to a draft, and may take back (thay đổi).' })
@Entity('plan_draft_changes')
@Check('plan_draft_changes_kind', `kind in ('DOCUMENT', 'ROW', 'SPLIT', 'JOIN', 'ADD', 'REMOVE')`)
export class DraftChange {
  @Field(() => ID, { description: 'Key of the change.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_draft_changes_pkey' })
  id!: string;

  @Column('text')
  draftId!: string;

  /** The version of the draft that it made: later changes have higher ones. */
  @Column('integer')
  draftVersion!: number;

  @Field(() => DraftChangeKind, { description: 'What was done.' })
  @Column('text')
  kind!: DraftChangeKind;

  @Field(() => String, { description: 'Who did it.' })
  @Column('text')
  by!: string;

  @Column('text')
  byId!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'The row it was done to; none for the head.' })
  @Column('text', { nullable: true })
  rowId!: string | null;

  @Column('jsonb')
  before!: DraftBefore;

  @Column('boolean', { default: false })
  takenBack!: boolean;
}
