import { Refusal } from '@lienthong/kit/refusal';
import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ReportObligation } from '../obligations/obligation.entity.ts';
import { Punctuality } from './consolidation.types.ts';

const MOST_MISSING = 1000;

@Resolver(() => Punctuality)
export class PunctualityResolver {
  @FieldResolver(() => [ReportObligation], { description: 'What is not handed in yet, by name of unit (chưa nộp).' })
  missing(
    @Root() { notHandedIn }: Punctuality,
    @Arg('first', () => Int, { defaultValue: MOST_MISSING, description: 'How many at most, from 1 to 1000.' })
    first: number,
  ): ReportObligation[] {
    if (first < 1 || first > MOST_MISSING) {
      throw new Refusal('INVALID', 'PAGE_SIZE', { max: MOST_MISSING, field: 'first' });
    }
    return notHandedIn.slice(0, first);
  }

  @FieldResolver(() => Int, { description: 'How many are not handed in yet, in all.' })
  missingCount(@Root() { notHandedIn }: Punctuality): number {
    return notHandedIn.length;
  }
}
