import { Refusal } from '@lienthong/kit/refusal';
import { couldEver, type Facts } from '@lienthong/policy/decide';
import type { ReportingRegime } from '../regimes/regime.entity.ts';
import type { ReportingContext } from '../reporting-context.ts';
import type { Report } from '../reports/report.entity.ts';
import { stateAfter } from '../reports/report.state.ts';
import type { ReportObligation } from './obligation.entity.ts';

/** The reporting unit owns the row; the recipient follows it, in whatever bloc. */
function factsOf({ provinceId, bloc, unitId, recipientUnitId }: ReportObligation): Facts {
  return {
    provinceId,
    blocs: bloc === null ? [] : [bloc],
    unitIds: [unitId],
    followers: recipientUnitId === null ? [] : [recipientUnitId],
  };
}

/** A period as a whole is the recipient's, and of those who watch over a bloc; a reporting unit sees its own row only. */
function factsOfRegime({ provinceId, blocs, recipientUnitId }: ReportingRegime): Facts {
  return { provinceId, blocs, unitIds: [], followers: recipientUnitId === null ? [] : [recipientUnitId] };
}

export function demandReporting(context: ReportingContext, obligation: ReportObligation): void {
  if (!context.may('submit', 'Report', factsOf(obligation))) throw new Refusal('FORBIDDEN', 'NOT_THE_REPORTER');
}

export function demandReceiving(context: ReportingContext, obligation: ReportObligation): void {
  if (!context.may('accept', 'Report', factsOf(obligation))) throw new Refusal('FORBIDDEN', 'NOT_THE_RECIPIENT');
}

export function demandOverview(context: ReportingContext, regime: ReportingRegime): void {
  if (!context.may('read', 'Report', factsOfRegime(regime))) throw new Refusal('FORBIDDEN', 'NOT_THE_RECIPIENT');
}

export function demandExport(context: ReportingContext, regime: ReportingRegime): void {
  if (!context.may('export', 'Report', factsOfRegime(regime))) throw new Refusal('FORBIDDEN', 'NOT_THE_RECIPIENT');
}

export function demandRequesting(context: ReportingContext, regime: ReportingRegime): void {
  if (!context.may('create', 'ReportObligation', factsOfRegime(regime)))
    throw new Refusal('FORBIDDEN', 'NOT_THE_RECIPIENT');
}

/** For fields on other services' types, which no operation's rule guards. */
export function demandReading(context: ReportingContext): void {
  if (couldEver(context.actor, 'read', 'ReportObligation')) return;
  throw new Refusal('FORBIDDEN', context.actor.kind === 'integrator' ? 'OUT_OF_SCOPE' : 'NOT_ALLOWED');
}

/** What the reader may do with an owed report now: the right, and the step being open. */
export function permissionsOn(
  context: ReportingContext,
  obligation: ReportObligation,
  report: Report | null,
): string[] {
  const facts = factsOf(obligation);
  const state = report?.state ?? null;
  const permissions: string[] = [];
  if (!obligation.waivedAt && context.may('submit', 'Report', facts)) {
    if (stateAfter('SUBMIT', state)) permissions.push('submit');
    if (stateAfter('SAVE', state)) permissions.push('saveDraft');
  }
  if (context.may('accept', 'Report', facts)) {
    if (stateAfter('ACCEPT', state)) permissions.push('accept');
    if (stateAfter('RETURN', state)) permissions.push('return');
    if (stateAfter('MARK_ENTERED', state) && !report?.enteredInCentralSystemAt)
      permissions.push('markEnteredInCentralSystem');
  }
  return permissions;
}
