import { PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { ComplianceContext } from '../context.ts';
import { regimeOn } from '../regimes/legal-regime.ts';
import { InformationSystem } from '../systems/information-system.entity.ts';
import { systemById } from '../systems/system.directory.ts';
import { systemFacts } from '../systems/system.policy.ts';
import { AddCheckInput, RunCheckInput } from './check.inputs.ts';
import { checkById, evidenceOfRun, latestResultOfCheck, latestRunOfCheck, runById } from './check.loader.ts';
import { addCheck, isStale, runCheck, runsOf } from './check.service.ts';
import { maxAgeDays } from './check-kind.ts';
import { CheckFinding, CheckRun, CheckRunConnection, CheckTarget, ComplianceCheck } from './compliance-check.entity.ts';
import * as english from './finding.en.ts';
import * as vietnamese from './finding.vi.ts';

@ObjectType({ description: 'What adding a check answers.' })
export class AddCheckPayload {
  @Field(() => ComplianceCheck, { nullable: true, description: 'The check.' })
  check!: ComplianceCheck | null;
}

@ObjectType({ description: 'What asking for a run answers.' })
export class RunCheckPayload {
  @Field(() => CheckRun, { nullable: true, description: 'The run, waiting its turn.' })
  run!: CheckRun | null;
}

const words = (context: ComplianceContext) => (context.locale === 'vi' ? vietnamese : english);

@Resolver(() => ComplianceCheck)
export class CheckResolver {
  @Query(() => ComplianceCheck, { nullable: true, description: 'One check (phép kiểm tra).' })
  @Rule('ComplianceCheck.read')
  complianceCheck(
    @Ctx() context: ComplianceContext,
    @Arg('id', () => ID, { description: 'Its identifier.' }) id: string,
  ): Promise<ComplianceCheck | null> {
    return context.loaders.for(checkById).load(id);
  }

  @Mutation(() => AddCheckPayload, { description: 'Adds a check to a system, with the permission it rests on.' })
  @Rule('ComplianceCheck.manage')
  async addCheck(
    @Ctx() context: ComplianceContext,
    @Arg('input', () => AddCheckInput, { description: 'The check.' }) input: AddCheckInput,
  ): Promise<AddCheckPayload> {
    const id = await addCheck(context, input);
    return { check: await context.loaders.for(checkById).load(id) };
  }

  @Mutation(() => RunCheckPayload, {
    description: 'Puts a run of a check in the queue; one that waits already is the answer.',
  })
  @Rule('CheckRun.run')
  async runCheck(
    @Ctx() context: ComplianceContext,
    @Arg('input', () => RunCheckInput, { description: 'The check.' }) input: RunCheckInput,
  ): Promise<RunCheckPayload> {
    const id = await runCheck(context, input);
    return { run: await context.loaders.for(runById).load(id) };
  }

  @FieldResolver(() => InformationSystem, { description: 'The system it checks.' })
  system(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): Promise<InformationSystem | null> {
    return context.loaders.for(systemById).load(check.systemId);
  }

  @FieldResolver(() => String, { description: 'What it checks, in words.' })
  kindName(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): string {
    return words(context).kindTexts[check.kind].name;
  }

  @FieldResolver(() => String, { description: 'Why it is checked, in a sentence.' })
  why(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): string {
    return words(context).kindTexts[check.kind].why;
  }

  @FieldResolver(() => String, { description: 'The clause that asks for it under the law of today (điều khoản).' })
  clause(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): string {
    return regimeOn(context.clock.today()).clauses[check.kind] ?? '';
  }

  @FieldResolver(() => CheckTarget, { description: 'What it asks, and who allowed that.' })
  target(@Root() check: ComplianceCheck): CheckTarget {
    return check;
  }

  @FieldResolver(() => CheckRun, { nullable: true, description: 'The latest run, waiting ones included.' })
  latestRun(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): Promise<CheckRun | null> {
    return context.loaders.for(latestRunOfCheck).load(check.id);
  }

  @FieldResolver(() => CheckRunConnection, { description: 'Its runs, newest first.' })
  runs(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext, @Args(() => PageArgs) page: PageArgs) {
    return runsOf(context, check.id, page);
  }

  @FieldResolver(() => Int, { description: 'How many days a result counts as fresh.' })
  maxAgeDays(@Root() check: ComplianceCheck): number {
    return maxAgeDays[check.kind];
  }

  @FieldResolver(() => Boolean, { description: 'Whether there is no result that is fresh enough (quá hạn).' })
  async isStale(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): Promise<boolean> {
    return isStale(context, check, await context.loaders.for(latestResultOfCheck).load(check.id));
  }

  @FieldResolver(() => [String], { description: 'What the viewer may do: run.' })
  async permissions(@Root() check: ComplianceCheck, @Ctx() context: ComplianceContext): Promise<string[]> {
    const system = await context.loaders.for(systemById).load(check.systemId);
    return system && context.may('run', 'CheckRun', systemFacts(system)) ? ['run'] : [];
  }
}

@Resolver(() => CheckRun)
export class CheckRunResolver {
  @Query(() => CheckRun, { nullable: true, description: 'One run of a check (lượt kiểm tra).' })
  @Rule('CheckRun.read')
  checkRun(
    @Ctx() context: ComplianceContext,
    @Arg('id', () => ID, { description: 'Its identifier.' }) id: string,
  ): Promise<CheckRun | null> {
    return context.loaders.for(runById).load(id);
  }

  @FieldResolver(() => ComplianceCheck, { description: 'The check that was run.' })
  check(@Root() run: CheckRun, @Ctx() context: ComplianceContext): Promise<ComplianceCheck | null> {
    return context.loaders.for(checkById).load(run.checkId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the outcome is unknown, in a sentence.' })
  reason(@Root() run: CheckRun, @Ctx() context: ComplianceContext): string | null {
    return run.reasonCode ? words(context).reasonTexts[run.reasonCode] : null;
  }

  @FieldResolver(() => [CheckFinding], { description: 'What it saw, one by one.' })
  findings(@Root() run: CheckRun, @Ctx() context: ComplianceContext): CheckFinding[] {
    return run.findings.map((finding) => ({
      ...finding,
      ...(words(context).findingTexts[finding.code] ?? { expected: '', whyItMatters: '', whatToDo: '' }),
    }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What came over the wire, as stored (bằng chứng thô).' })
  evidenceText(@Root() run: CheckRun, @Ctx() context: ComplianceContext): Promise<string | null> {
    return context.loaders.for(evidenceOfRun).load(run.id);
  }
}
