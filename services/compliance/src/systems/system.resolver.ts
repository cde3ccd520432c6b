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
import { ComplianceCheck } from '../checks/compliance-check.entity.ts';
import type { ComplianceContext } from '../context.ts';
import { levelStands } from '../dossiers/dossier.state.ts';
import { SecurityLevelDossier } from '../dossiers/security-level-dossier.entity.ts';
import { supervisingAuthority } from '../regimes/supervising-authority.ts';
import { Unit } from '../units/unit.reference.ts';
import { InformationSystem, InformationSystemConnection } from './information-system.entity.ts';
import { checksOfSystem, dossiersOfSystem, systemById } from './system.directory.ts';
import { CorrectSystemInput, RegisterSystemInput, SystemFilter } from './system.inputs.ts';
import { permissionsOnSystem } from './system.policy.ts';
import { correctSystem, listSystems, registerSystem } from './system.service.ts';

@ObjectType({ description: 'What registering a system answers.' })
export class RegisterSystemPayload {
  @Field(() => InformationSystem, { nullable: true, description: 'The system, with its draft dossier.' })
  system!: InformationSystem | null;
}

@ObjectType({ description: 'What correcting a system answers.' })
export class CorrectSystemPayload {
  @Field(() => InformationSystem, { nullable: true, description: 'The system as it is now.' })
  system!: InformationSystem | null;
}

@Resolver(() => InformationSystem)
export class SystemResolver {
  @Query(() => InformationSystemConnection, {
    description: 'Information systems the viewer may see (hệ thống thông tin).',
  })
  @Rule('InformationSystem.read')
  informationSystems(
    @Ctx() context: ComplianceContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SystemFilter, { nullable: true, description: 'Which systems.' }) filter?: SystemFilter,
  ) {
    return listSystems(context, filter, page);
  }

  @Query(() => InformationSystem, { nullable: true, description: 'One information system.' })
  @Rule('InformationSystem.read')
  informationSystem(
    @Ctx() context: ComplianceContext,
    @Arg('id', () => ID, { description: 'Its identifier.' }) id: string,
  ): Promise<InformationSystem | null> {
    return context.loaders.for(systemById).load(id);
  }

  @Mutation(() => RegisterSystemPayload, {
    description: 'Enters a system in the register, with a draft dossier for its level.',
  })
  @Rule('InformationSystem.register')
  async registerSystem(
    @Ctx() context: ComplianceContext,
    @Arg('input', () => RegisterSystemInput, { description: 'The system.' }) input: RegisterSystemInput,
  ): Promise<RegisterSystemPayload> {
    const id = await registerSystem(context, input);
    return { system: await context.loaders.for(systemById).load(id) };
  }

  @Mutation(() => CorrectSystemPayload, {
    description: 'Corrects what the register says of a system; its level can only rise.',
  })
  @Rule('InformationSystem.manage')
  async correctSystem(
    @Ctx() context: ComplianceContext,
    @Arg('input', () => CorrectSystemInput, { description: 'What to correct.' }) input: CorrectSystemInput,
  ): Promise<CorrectSystemPayload> {
    const id = await correctSystem(context, input);
    return { system: await context.loaders.for(systemById).load(id) };
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that answers for it (chủ quản).' })
  owner(@Root() system: InformationSystem): Unit {
    return { id: system.ownerId };
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'Who runs it, where that is another unit (đơn vị vận hành).',
  })
  operator(@Root() system: InformationSystem): Unit | null {
    return system.operatorId ? { id: system.operatorId } : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'Who guides and checks it for its bloc (cơ quan hướng dẫn, kiểm tra).',
  })
  supervisor(@Root() system: InformationSystem, @Ctx() context: ComplianceContext): Unit | null {
    const id = supervisingAuthority(context.hierarchy, system.provinceId, system.bloc, context.clock.today());
    return id ? { id } : null;
  }

  @FieldResolver(() => SecurityLevelDossier, {
    nullable: true,
    description: 'The dossier being worked on, or worked on last.',
  })
  async dossier(
    @Root() system: InformationSystem,
    @Ctx() context: ComplianceContext,
  ): Promise<SecurityLevelDossier | null> {
    const all = await context.loaders.for(dossiersOfSystem).load(system.id);
    return all.find((one) => one.isCurrent) ?? null;
  }

  @FieldResolver(() => [SecurityLevelDossier], { description: 'All its dossiers, the current one first.' })
  dossiers(@Root() system: InformationSystem, @Ctx() context: ComplianceContext): Promise<SecurityLevelDossier[]> {
    return context.loaders.for(dossiersOfSystem).load(system.id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The level approved and in force; none before the first approval.',
  })
  async approvedLevel(@Root() system: InformationSystem, @Ctx() context: ComplianceContext): Promise<number | null> {
    const all = await context.loaders.for(dossiersOfSystem).load(system.id);
    return all.find((one) => levelStands.includes(one.state))?.proposedLevel ?? null;
  }

  @FieldResolver(() => [ComplianceCheck], { description: 'What is checked of it (phép kiểm tra).' })
  checks(@Root() system: InformationSystem, @Ctx() context: ComplianceContext): Promise<ComplianceCheck[]> {
    return context.loaders.for(checksOfSystem).load(system.id);
  }

  @FieldResolver(() => [String], {
    description: 'What the viewer may do: correct, advanceDossier, addCheck, runCheck.',
  })
  permissions(@Root() system: InformationSystem, @Ctx() context: ComplianceContext): string[] {
    return permissionsOnSystem(context, system);
  }
}
