import { connectionOf, type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { factsOfQuarantined, listQuarantined, releaseQuarantinedDocument } from './quarantine.service.ts';
import { QuarantinedDocument, QuarantineRelease, QuarantineState } from './quarantined-document.entity.ts';
import { ReleaseQuarantinedDocumentInput } from './quarantined-document.inputs.ts';
import { quarantinedById, releasesOfDocument } from './quarantined-document.loader.ts';

export const QuarantinedDocumentConnection = connectionOf(QuarantinedDocument, 'QuarantinedDocument');

@ObjectType({ description: 'What releasing a refused document brought about.' })
export class ReleaseQuarantinedDocumentPayload {
  @Field(() => QuarantinedDocument, { description: 'The document as it is now.' })
  document!: QuarantinedDocument;
}

@Resolver(() => QuarantinedDocument)
export class QuarantinedDocumentResolver {
  @Rule('QuarantinedDocument.read')
  @Query(() => QuarantinedDocumentConnection, {
    description: 'Documents that were refused for a secrecy marking, the newest first.',
  })
  quarantinedDocuments(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<QuarantinedDocument>> {
    return listQuarantined(context, page);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit from which it was sent.' })
  unit(@Root() { unitId }: QuarantinedDocument): Unit {
    return unitReference(unitId);
  }

  @FieldResolver(() => [QuarantineRelease], { description: 'Who found that the marking is none.' })
  releases(@Root() { id }: QuarantinedDocument, @Ctx() context: PlansContext): Promise<QuarantineRelease[]> {
    return context.loaders.for(releasesOfDocument).load(id);
  }

  @FieldResolver(() => [String], { description: 'What you may do with it now: release.' })
  async permissions(@Root() document: QuarantinedDocument, @Ctx() context: PlansContext): Promise<string[]> {
    const { actor } = context;
    if (document.state === QuarantineState.RELEASED || document.sentById === actor.id) return [];
    if (!context.may('release', 'QuarantinedDocument', factsOfQuarantined(document))) return [];
    const releases = await context.loaders.for(releasesOfDocument).load(document.id);
    return releases.some(({ byId }) => byId === actor.id) ? [] : ['release'];
  }

  @Rule('QuarantinedDocument.release')
  @Mutation(() => ReleaseQuarantinedDocumentPayload, {
    description:
      'One of two persons says that the marking is none; after the second the file may be sent again (cho phép gửi lại).',
  })
  async releaseQuarantinedDocument(
    @Arg('input', () => ReleaseQuarantinedDocumentInput) input: ReleaseQuarantinedDocumentInput,
    @Ctx() context: PlansContext,
  ): Promise<ReleaseQuarantinedDocumentPayload> {
    const { documentId } = await releaseQuarantinedDocument(context, input);
    return { document: (await context.loaders.for(quarantinedById).load(documentId)) as QuarantinedDocument };
  }
}
