import { Field, ObjectType } from 'type-graphql';
import { Plan } from '../plans/plan.entity.ts';
import { PlanDraft } from './plan-draft.entity.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';

@ObjectType()
export abstract class DraftPayload {
  @Field(() => PlanDraft, { description: 'The draft as it is now.' })
  draft!: PlanDraft;
}

@ObjectType()
export abstract class DraftRowPayload extends DraftPayload {
  @Field(() => PlanDraftRow, { description: 'The row as it is now.' })
  row!: PlanDraftRow;
}

@ObjectType({ description: 'What correcting the head brought about.' })
export class CorrectPlanDraftPayload extends DraftPayload {}

@ObjectType({ description: 'What correcting a row brought about.' })
export class CorrectDraftRowPayload extends DraftRowPayload {}

@ObjectType({ description: 'What splitting a row brought about.' })
export class SplitDraftRowPayload extends DraftRowPayload {
  @Field(() => PlanDraftRow, { description: 'The second of the two rows.' })
  secondRow!: PlanDraftRow;
}

@ObjectType({ description: 'What joining two rows brought about.' })
export class JoinDraftRowsPayload extends DraftRowPayload {}

@ObjectType({ description: 'What adding a row brought about.' })
export class AddDraftRowPayload extends DraftRowPayload {}

@ObjectType({ description: 'What taking a row out brought about.' })
export class RemoveDraftRowPayload extends DraftPayload {}

@ObjectType({ description: 'What taking a change back brought about.' })
export class UndoDraftChangePayload extends DraftPayload {
  @Field(() => PlanDraftRow, { nullable: true, description: 'The row it was done to, where that is there again.' })
  row!: PlanDraftRow | null;
}

@ObjectType({ description: 'What confirming brought about.' })
export class ConfirmPlanDraftPayload extends DraftPayload {
  @Field(() => Plan, { description: 'The plan with its tasks.' })
  plan!: Plan;
}

@ObjectType({ description: 'What throwing a draft away brought about.' })
export class DiscardPlanDraftPayload extends DraftPayload {}
