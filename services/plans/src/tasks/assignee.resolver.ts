import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { findProgressReport } from '../progress/progress-report.directory.ts';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { groupReference, Unit, UnitGroup, unitReference } from '../units/unit.reference.ts';
import { Assignee } from './assignee.entity.ts';
import { TimelineEntry } from './timeline-entry.entity.ts';

@Resolver(() => Assignee)
export class AssigneeResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that is named.' })
  unit(@Root() { unitId }: Assignee): Unit | null {
    return unitId === null ? null : unitReference(unitId);
  }

  @FieldResolver(() => UnitGroup, { nullable: true, description: 'The group that is named.' })
  group(@Root() { groupId }: Assignee): UnitGroup | null {
    return groupId === null ? null : groupReference(groupId);
  }
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  @FieldResolver(() => ProgressReport, { nullable: true, description: 'The report it is about.' })
  async report(
    @Root() { progressReportId }: TimelineEntry,
    @Ctx() context: PlansContext,
  ): Promise<ProgressReport | null> {
    return progressReportId === null ? null : findProgressReport(context, progressReportId);
  }
}
