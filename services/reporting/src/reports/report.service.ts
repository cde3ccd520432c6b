import { violatedConstraint } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import { demandFresh, type Effects } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import type { ReportObligation } from '../obligations/obligation.entity.ts';
import { demandReceiving, demandReporting } from '../obligations/obligation.policy.ts';
import { findObligation, getObligation } from '../obligations/obligation.service.ts';
import { lateBySeconds } from '../obligations/obligation.state.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { prefilledFrom } from './figure.ts';
import { Report } from './report.entity.ts';
import type {
  AcceptReportInput,
  MarkEnteredInput,
  ReturnReportInput,
  SaveReportDraftInput,
  SubmitReportInput,
} from './report.inputs.ts';
import { figuresByReport, reportById, reportByObligation } from './report.loader.ts';
import { type ReportState, type ReportStep, stateAfter } from './report.state.ts';
import { checkedContent, type ReportContent } from './report-content.ts';
import { ReportSubmission, ReportTask, StoredFigure } from './report-parts.entity.ts';

export interface Written {
  report: Report;
  obligation: ReportObligation;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function findReport(context: ReportingContext, id: string): Promise<Report | null> {
  return UUID.test(id) ? context.loaders.for(reportById).load(id.toLowerCase()) : null;
}

export function saveReportDraft(context: ReportingContext, input: SaveReportDraftInput): Promise<Written> {
  return writeContent(context, 'saveReportDraft', 'SAVE', input);
}

export function submitReport(context: ReportingContext, input: SubmitReportInput): Promise<Written> {
  return writeContent(context, 'submitReport', 'SUBMIT', input);
}

async function writeContent(
  context: ReportingContext,
  operation: string,
  step: 'SAVE' | 'SUBMIT',
  input: SaveReportDraftInput | SubmitReportInput,
): Promise<Written> {
  const obligation = await getObligation(context, input.obligationId);
  demandReporting(context, obligation);
  if (obligation.waivedAt) throw new Refusal('CONFLICT', 'OBLIGATION_WAIVED');
  const content = checkedContent(input, await prefilledFor(context, obligation), step === 'SUBMIT');
  try {
    await context.write(operation, { ...input }, async (manager, effects) => {
      const known = await lockedReport(manager, obligation.id);
      const state = stateAfter(step, known?.state ?? null);
      if (!state) throw new Refusal('CONFLICT', 'REPORT_EXISTS', { state: known?.state ?? null });
      demandFresh((known?.version ?? null) === (input.expectedVersion ?? null) ? 1 : 0, {
        version: known?.version ?? null,
      });
      const report = await store(context, manager, obligation, known, state, content, step === 'SUBMIT');
      record(effects, obligation, known, report, content);
      return { reportId: report.id };
    });
  } catch (error) {
    // Two first reports at the same moment: the unit's other officer was faster.
    if (violatedConstraint(error) === 'one_report_per_obligation') throw new Refusal('CONFLICT', 'REPORT_EXISTS', {});
    throw error;
  }
  return written(context, obligation.id);
}

/** What the tasks said is taken when a report is first written, and kept; only an unanswered question is asked again. */
async function prefilledFor(context: ReportingContext, obligation: ReportObligation): Promise<Map<string, number>> {
  const report = await context.loaders.for(reportByObligation).load(obligation.id);
  const stored = report ? await context.loaders.for(figuresByReport).load(report.id) : [];
  const kept = new Map(stored.flatMap(({ key, prefilled }) => (prefilled === null ? [] : [[key, prefilled]])));
  if (kept.size > 0) return kept;
  const tasks = await context.gateway.tasksOf(obligation, context.requestId);
  return prefilledFrom(tasks?.figures ?? null);
}

async function store(
  context: ReportingContext,
  manager: EntityManager,
  obligation: ReportObligation,
  known: Report | null,
  state: ReportState,
  content: ReportContent,
  submitting: boolean,
): Promise<Report> {
  const { id, unitId, provinceId, bloc, recipientUnitId, dueAt } = obligation;
  const { figures, taskIds, ...texts } = content;
  const report = manager.create(Report, {
    ...(known ?? { submission: 0, version: 0, obligationId: id, unitId, provinceId, bloc, recipientUnitId }),
    ...texts,
    state,
  });
  report.version += 1;
  if (submitting) {
    const now = context.clock.now();
    report.submission += 1;
    report.submittedAt = now;
    report.submittedBy = context.actor.displayName;
    report.submittedById = context.actor.id;
    report.firstSubmittedAt ??= now;
    report.lateBySeconds ??= lateBySeconds(dueAt, now);
    report.decidedAt = null;
    report.decidedBy = null;
    report.decidedById = null;
    report.reason = null;
  }
  const { id: reportId } = await manager.save(Report, report);
  await manager.delete(StoredFigure, { reportId });
  await manager.insert(
    StoredFigure,
    figures.map((figure) => ({ reportId, ...figure })),
  );
  await manager.delete(ReportTask, { reportId });
  if (taskIds.length > 0)
    await manager.insert(
      ReportTask,
      taskIds.map((taskId) => ({ reportId, taskId })),
    );
  if (submitting) {
    await manager.insert(ReportSubmission, {
      reportId,
      number: report.submission,
      submittedBy: report.submittedBy ?? '',
      submittedAt: report.submittedAt ?? context.clock.now(),
      content: { ...content },
    });
  }
  return report;
}

export function acceptReport(context: ReportingContext, input: AcceptReportInput): Promise<Written> {
  return decide(context, 'acceptReport', 'ACCEPT', input, input.reason?.trim() || null);
}

export async function returnReport(context: ReportingContext, input: ReturnReportInput): Promise<Written> {
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal('INVALID', 'REASON_MISSING', { field: 'reason' });
  if (reason.length > 2000) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field: 'reason', max: 2000 });
  return decide(context, 'returnReport', 'RETURN', input, reason);
}

async function decide(
  context: ReportingContext,
  operation: string,
  step: 'ACCEPT' | 'RETURN',
  input: AcceptReportInput | ReturnReportInput,
  reason: string | null,
): Promise<Written> {
  const obligation = await obligationOfReport(context, input.reportId);
  demandReceiving(context, obligation);
  await context.write(operation, { ...input }, async (manager, effects) => {
    const known = await lockedReport(manager, obligation.id);
    demandFresh(known?.version === input.expectedVersion ? 1 : 0, { version: known?.version ?? null });
    const state = known && stateAfter(step, known.state);
    if (!known || !state) throw new Refusal('CONFLICT', 'REPORT_NOT_WAITING', { state: known?.state ?? null });
    const decision = {
      decidedBy: context.actor.displayName,
      decidedAt: context.clock.now(),
      reason,
    };
    const report = manager.create(Report, { ...known, ...decision, decidedById: context.actor.id, state });
    report.version += 1;
    await manager.save(Report, report);
    await manager.update(
      ReportSubmission,
      { reportId: report.id, number: report.submission },
      { ...decision, outcome: step === 'ACCEPT' ? 'ACCEPTED' : 'RETURNED' },
    );
    record(effects, obligation, known, report);
    return { reportId: report.id };
  });
  return written(context, obligation.id);
}

export async function markEnteredInCentralSystem(context: ReportingContext, input: MarkEnteredInput): Promise<Written> {
  const obligation = await obligationOfReport(context, input.reportId);
  demandReceiving(context, obligation);
  await context.write('markEnteredInCentralSystem', { ...input }, async (manager, effects) => {
    const known = await lockedReport(manager, obligation.id);
    demandFresh(known?.version === input.expectedVersion ? 1 : 0, { version: known?.version ?? null });
    const step: ReportStep = 'MARK_ENTERED';
    if (!known || !stateAfter(step, known.state)) {
      throw new Refusal('CONFLICT', 'REPORT_NOT_ACCEPTED', { state: known?.state ?? null });
    }
    if (known.enteredInCentralSystemAt)
      throw new Refusal('CONFLICT', 'ALREADY_ENTERED', { by: known.enteredInCentralSystemBy });
    const report = manager.create(Report, {
      ...known,
      enteredInCentralSystemAt: context.clock.now(),
      enteredInCentralSystemBy: context.actor.displayName,
    });
    report.version += 1;
    await manager.save(Report, report);
    record(effects, obligation, known, report);
    return { reportId: report.id };
  });
  return written(context, obligation.id);
}

async function obligationOfReport(context: ReportingContext, reportId: string): Promise<ReportObligation> {
  const report = await findReport(context, reportId);
  const obligation = report && (await findObligation(context, report.obligationId));
  if (!obligation) throw new Refusal('NOT_FOUND', 'REPORT_NOT_FOUND', { field: 'reportId' });
  return obligation;
}

/** Holds the report until the transaction ends, so that of two people one finds the other's change. */
function lockedReport(manager: EntityManager, obligationId: string): Promise<Report | null> {
  return manager.findOne(Report, { where: { obligationId }, lock: { mode: 'pessimistic_write' } });
}

async function written(context: ReportingContext, obligationId: string): Promise<Written> {
  const obligation = await getObligation(context, obligationId);
  const report = await context.loaders.for(reportByObligation).load(obligationId);
  if (!report) throw new Refusal('NOT_FOUND', 'REPORT_NOT_FOUND');
  return { report, obligation };
}

function record(
  effects: Effects,
  obligation: ReportObligation,
  before: Report | null,
  after: Report,
  content?: ReportContent,
): void {
  const { provinceId, unitId, recipientUnitId } = obligation;
  const blocs = obligation.bloc ? [obligation.bloc] : [];
  effects.audit({
    objectType: 'Report',
    objectId: after.id,
    provinceId,
    blocs,
    unitId,
    before: before && { state: before.state, version: before.version, summary: before.summary },
    after: { state: after.state, version: after.version, reason: after.reason, ...content },
  });
  // A draft concerns nobody but the unit that writes it.
  const told =
    after.state === 'DRAFT'
      ? { provinceId, blocs: [], unitIds: [unitId] }
      : { provinceId, blocs, unitIds: recipientUnitId === null ? [unitId] : [unitId, recipientUnitId] };
  effects.publish({ type: 'Report', id: after.id, ...told });
  effects.publish({ type: 'ReportObligation', id: obligation.id, ...told });
}
