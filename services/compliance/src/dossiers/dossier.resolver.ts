import { DateScalar } from '@lienthong/kit/scalars';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { ComplianceContext } from '../context.ts';
import { getRegime, regimeOn } from '../regimes/legal-regime.ts';
import { InformationSystem } from '../systems/information-system.entity.ts';
import { systemById } from '../systems/system.directory.ts';
import { AdvanceDossierInput } from './dossier.inputs.ts';
import { dossierById, eventsOfDossier } from './dossier.loader.ts';
import { advanceDossier, limitOf, offeredSteps } from './dossier.service.ts';
import { DossierStep, formEightText } from './dossier.state.ts';
import { actorInWords, bodyName, limitsInWords, noteInWords, stateName } from './dossier-words.ts';
import { DossierEvent, DossierLimit, LevelRule, SecurityLevelDossier } from './security-level-dossier.entity.ts';

@ObjectType({ description: 'What a step of a dossier answers.' })
export class AdvanceDossierPayload {
  @Field(() => SecurityLevelDossier, { nullable: true, description: 'The dossier after the step.' })
  dossier!: SecurityLevelDossier | null;

  @Field(() => InformationSystem, {
    nullable: true,
    description: 'Its system, whose current dossier may be a new draft.',
  })
  system!: InformationSystem | null;
}

@Resolver(() => SecurityLevelDossier)
export class DossierResolver {
  @Query(() => [LevelRule], {
    description: 'Who appraises and approves each level under the law of a day (thẩm quyền).',
  })
  @Rule('EVERYONE')
  levelRules(
    @Ctx() context: ComplianceContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day; today when left out.' }) on?: string,
  ): LevelRule[] {
    const regime = regimeOn(on ?? context.clock.today());
    return regime.levels.map((row) => ({
      level: row.level,
      appraiser: bodyName(row.appraiser, context.locale),
      approver: bodyName(row.approver, context.locale),
      appraisalWorkingDays: row.appraisal?.countedIn === 'WORKING_DAYS' ? row.appraisal.days : null,
      approvalWorkingDays: row.approval?.countedIn === 'WORKING_DAYS' ? row.approval.days : null,
      limits: limitsInWords(row, context.locale),
      legalRegime: regime.key,
      source: row.source,
    }));
  }

  @Mutation(() => AdvanceDossierPayload, { description: 'Takes a dossier one step further (chuyển bước hồ sơ).' })
  @Rule('SecurityLevelDossier.advance')
  async advanceDossier(
    @Ctx() context: ComplianceContext,
    @Arg('input', () => AdvanceDossierInput, { description: 'The step.' }) input: AdvanceDossierInput,
  ): Promise<AdvanceDossierPayload> {
    const id = await advanceDossier(context, input);
    const dossier = await context.loaders.for(dossierById).load(id);
    return { dossier, system: dossier && (await context.loaders.for(systemById).load(dossier.systemId)) };
  }

  @FieldResolver(() => InformationSystem, { description: 'The system it is about.' })
  system(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): Promise<InformationSystem | null> {
    return context.loaders.for(systemById).load(dossier.systemId);
  }

  @FieldResolver(() => String, { description: 'The law it was begun under, by name.' })
  legalRegimeName(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): string {
    const regime = getRegime(dossier.legalRegime);
    return context.locale === 'vi' ? regime.name : regime.nameEn;
  }

  @FieldResolver(() => String, { description: 'Where it stands, in words.' })
  stateName(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): string {
    return stateName(dossier.state, context.locale);
  }

  @FieldResolver(() => String, { description: 'What column 6 of Form 08 says of it (Mẫu 08).' })
  formEightText(@Root() dossier: SecurityLevelDossier): string {
    return formEightText(dossier.state);
  }

  @FieldResolver(() => [DossierStep], { description: 'The steps the viewer may take now.' })
  async nextSteps(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): Promise<DossierStep[]> {
    const system = await context.loaders.for(systemById).load(dossier.systemId);
    return system ? offeredSteps(context, dossier, system) : [];
  }

  @FieldResolver(() => [DossierEvent], { description: 'All its steps, oldest first (nhật ký).' })
  history(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): Promise<DossierEvent[]> {
    return context.loaders.for(eventsOfDossier).load(dossier.id);
  }

  @FieldResolver(() => DossierLimit, {
    nullable: true,
    description: 'The time the law gives for this state, where it gives one.',
  })
  limit(@Root() dossier: SecurityLevelDossier, @Ctx() context: ComplianceContext): DossierLimit | null {
    return limitOf(context, dossier);
  }
}

@Resolver(() => DossierEvent)
export class DossierEventResolver {
  @FieldResolver(() => String, { description: 'Who took the step.' })
  actorName(@Root() event: DossierEvent, @Ctx() context: ComplianceContext): string {
    return actorInWords(event.actorName, context.locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What they noted (ghi chú).' })
  note(@Root() event: DossierEvent, @Ctx() { hierarchy, locale }: ComplianceContext): string | null {
    return noteInWords(event.note, (unitId) => hierarchy.find(unitId)?.name ?? unitId, locale);
  }
}
