import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { ComplianceContext } from '../context.ts';
import { coverage } from './coverage.service.ts';
import { CoverageRow, CoverageRowConnection } from './coverage.types.ts';

@Resolver(() => CoverageRow)
export class CoverageResolver {
  @Query(() => CoverageRowConnection, { description: 'How each unit stands in each duty, worst first (bảng bao phủ).' })
  @Rule('InformationSystem.read')
  coverage(@Ctx() context: ComplianceContext, @Args(() => PageArgs) page: PageArgs): Promise<Page<CoverageRow>> {
    return coverage(context, page);
  }
}
