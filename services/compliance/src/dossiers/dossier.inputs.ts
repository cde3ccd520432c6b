import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DossierStep } from './dossier.state.ts';

@InputType({ description: 'One step for a dossier to take.' })
export class AdvanceDossierInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The dossier.' })
  dossierId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => DossierStep, { description: 'The step (bước xử lý).' })
  step!: DossierStep;

  @Field(() => String, { nullable: true, description: 'A note; the reason, where a step needs one (ghi chú, lý do).' })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the decision, to approve (số quyết định).' })
  decisionNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision, to approve (ngày quyết định).' })
  decisionOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The body that decided, to approve; the owner when left out and the law lets the owner (cơ quan phê duyệt).',
  })
  decidedBy?: string | null;
}
