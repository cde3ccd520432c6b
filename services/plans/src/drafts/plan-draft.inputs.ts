import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PlanKind } from '../plans/plan.entity.ts';
import { AssigneeScope } from '../tasks/assignee.entity.ts';
import { Cadence, DeadlineKind } from '../tasks/deadline.ts';
import { DraftField } from './plan-draft-row.entity.ts';

@InputType()
abstract class DraftInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;
}

@InputType()
abstract class WholeDraftInput extends DraftInput {
  @Field(() => ID, { description: 'The draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The version of the draft that was seen.' })
  expectedVersion!: number;
}

@InputType()
abstract class DraftRowInput extends DraftInput {
  @Field(() => ID, { description: 'The row.' })
  rowId!: string;

  @Field(() => Int, { description: 'The version of the row that was seen.' })
  expectedVersion!: number;
}

@InputType({ description: 'Corrects the head of a document; a field that is left out stays as it is.' })
export class CorrectPlanDraftInput extends WholeDraftInput {
  @Field(() => String, { nullable: true, description: 'Number and symbol.' })
  number?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of signing.' })
  issuedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => PlanKind, { nullable: true, description: 'What kind of document it is.' })
  kind?: PlanKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day from which its groups of units are to be read.' })
  effectiveFrom?: string | null;
}

@InputType({ description: 'A body that a row names: exactly one of a unit, a group and an outside body.' })
export class DraftAssigneeInput {
  @Field(() => ID, { nullable: true, description: 'A unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A group of units.' })
  groupId?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a body that is no unit here.' })
  externalName?: string | null;

  @Field(() => AssigneeScope, { nullable: true, description: 'For which bloc it answers in this row.' })
  scope?: AssigneeScope | null;
}

@InputType({ description: 'A deadline: its words, and what they mean where the words alone do not say it.' })
export class DraftDeadlineInput {
  @Field(() => String, { description: 'The words of the document.' })
  text!: string;

  @Field(() => DeadlineKind, { nullable: true, description: 'What they mean; left out, the words are read.' })
  kind?: DeadlineKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the work.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the task is still on time.' })
  dueOn?: string | null;

  @Field(() => Cadence, { nullable: true, description: 'How often it comes round.' })
  cadence?: Cadence | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the work goes on after the date.' })
  thenOngoing?: boolean | null;
}

@InputType({ description: 'Corrects a row; a field that is given is settled, one that is left out stays as it is.' })
export class CorrectDraftRowInput extends DraftRowInput {
  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  content?: string | null;

  @Field(() => String, { nullable: true, description: 'The appendix; an empty text for none.' })
  appendix?: string | null;

  @Field(() => String, { nullable: true, description: 'The section; an empty text for none.' })
  section?: string | null;

  @Field(() => String, { nullable: true, description: 'The number; an empty text for none.' })
  number?: string | null;

  @Field(() => [DraftAssigneeInput], { nullable: true, description: 'Who leads.' })
  leads?: DraftAssigneeInput[] | null;

  @Field(() => [DraftAssigneeInput], { nullable: true, description: 'Who helps.' })
  coordinators?: DraftAssigneeInput[] | null;

  @Field(() => DraftDeadlineInput, { nullable: true, description: 'By when.' })
  deadline?: DraftDeadlineInput | null;

  @Field(() => String, { nullable: true, description: 'What must exist when it is done; an empty text for none.' })
  expectedResult?: string | null;

  @Field(() => String, { nullable: true, description: 'The document it comes from; an empty text for none.' })
  basis?: string | null;

  @Field(() => [DraftField], { nullable: true, description: 'The fields that are right as they are.' })
  settle?: DraftField[] | null;
}

@InputType({ description: 'Makes two rows of one; both keep its units and its deadline.' })
export class SplitDraftRowInput extends DraftRowInput {
  @Field(() => String, { description: 'What the first row is to say.' })
  firstContent!: string;

  @Field(() => String, { description: 'What the second row is to say.' })
  secondContent!: string;
}

@InputType({ description: 'Makes one row of two that follow each other.' })
export class JoinDraftRowsInput extends DraftRowInput {
  @Field(() => ID, { description: 'The row right after it.' })
  nextRowId!: string;

  @Field(() => Int, { description: 'The version of that row that was seen.' })
  nextExpectedVersion!: number;
}

@InputType({ description: 'Adds a row that the reading missed.' })
export class AddDraftRowInput extends DraftInput {
  @Field(() => ID, { description: 'The draft.' })
  draftId!: string;

  @Field(() => ID, { nullable: true, description: 'The row after which it stands; left out, it stands first.' })
  afterRowId?: string | null;

  @Field(() => String, { description: 'What is to be done.' })
  content!: string;
}

@InputType({ description: 'Takes a row out.' })
export class RemoveDraftRowInput extends DraftRowInput {}

@InputType({ description: 'Takes back the last change of a draft.' })
export class UndoDraftChangeInput extends DraftInput {
  @Field(() => ID, { description: 'The draft.' })
  draftId!: string;

  @Field(() => ID, { description: 'The change that was seen as the last one.' })
  changeId!: string;
}

@InputType({ description: 'Makes a plan of a draft, or the exact changes of a plan that is there.' })
export class ConfirmPlanDraftInput extends WholeDraftInput {}

@InputType({ description: 'Throws a draft away.' })
export class DiscardPlanDraftInput extends WholeDraftInput {}
