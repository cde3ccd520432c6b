/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A check to add to a system, with the permission it rests on. */
export type AddCheckInput = {
  /** The document that allows the check (văn bản cho phép). */
  authorisedBy: string;
  /** First day of the permission. */
  authorisedFrom: string;
  /** Last day of the permission. */
  authorisedTo: string;
  /** Host name or address to ask. */
  host: string;
  /** The same key repeats the same request safely. */
  idempotencyKey: string;
  /** What to check (loại kiểm tra). */
  kind: CheckKind;
  /** Port to ask. */
  port: number;
  /** The system. */
  systemId: string;
};

/** One step for a dossier to take. */
export type AdvanceDossierInput = {
  /** The body that decided, to approve; the owner when left out and the law lets the owner (cơ quan phê duyệt). */
  decidedBy?: string | null | undefined;
  /** Number of the decision, to approve (số quyết định). */
  decisionNumber?: string | null | undefined;
  /** Date of the decision, to approve (ngày quyết định). */
  decisionOn?: string | null | undefined;
  /** The dossier. */
  dossierId: string;
  /** The version that was read. */
  expectedVersion: number;
  /** The same key repeats the same request safely. */
  idempotencyKey: string;
  /** A note; the reason, where a step needs one (ghi chú, lý do). */
  note?: string | null | undefined;
  /** The step (bước xử lý). */
  step: DossierStep;
};

/** Which side of the political system a unit belongs to (khối Đảng, khối chính quyền). */
export type Bloc =
  /** The government bloc (khối chính quyền). */
  | 'GOVERNMENT'
  /** The Party bloc (khối Đảng). */
  | 'PARTY';

/** What a server can check by itself (loại kiểm tra). */
export type CheckKind =
  /** The server's clock against ours (đồng bộ thời gian). */
  | 'CLOCK_DRIFT'
  /** Plain HTTP leads to HTTPS on the same host (chuyển hướng HTTPS). */
  | 'HTTPS_REDIRECT'
  /** Headers that protect the browser (tiêu đề bảo mật). */
  | 'SECURITY_HEADERS'
  /** A published way to report vulnerabilities (security.txt). */
  | 'SECURITY_TXT'
  /** Chain, names, key and expiry of the certificate (chứng thư máy chủ). */
  | 'TLS_CERTIFICATE'
  /** Old protocol versions refused, current ones offered (phiên bản TLS). */
  | 'TLS_VERSIONS';

/** What a check found (kết quả). */
export type CheckOutcome =
  /** Something is wrong (không đạt). */
  | 'FAIL'
  /** Everything as expected (đạt). */
  | 'PASS'
  /** It could not be seen; never counted as a pass (chưa xác định). */
  | 'UNKNOWN';

/** What to correct about a system; what is left out stays. */
export type CorrectSystemInput = {
  /** Whose data it holds and about how many (chủ thể dữ liệu). */
  dataSubjects?: string | null | undefined;
  /** What it does, in a few words (mô tả). */
  description?: string | null | undefined;
  /** The version that was read. */
  expectedVersion: number;
  /** The same key repeats the same request safely. */
  idempotencyKey: string;
  /** The day it was put to use (ngày đưa vào sử dụng). */
  inUseSince?: string | null | undefined;
  /** A higher level, when risk demands it; never a lower one (cấp độ). */
  level?: number | null | undefined;
  /** Its name (tên hệ thống). */
  name?: string | null | undefined;
  /** Its name in English. */
  nameEn?: string | null | undefined;
  /** Who runs it (đơn vị vận hành). */
  operatorId?: string | null | undefined;
  /** The system. */
  systemId: string;
  /** What it is for (loại hình). */
  type?: SystemType | null | undefined;
};

/** Where a dossier stands on its way to approval (trạng thái hồ sơ). */
export type DossierState =
  /** The appraiser has given an opinion (đã thẩm định). */
  | 'APPRAISED'
  /** The level is approved (đã phê duyệt). */
  | 'APPROVED'
  /** Laid before the approver (chờ phê duyệt). */
  | 'AWAITING_APPROVAL'
  /** Being written (đang soạn thảo). */
  | 'DRAFT'
  /** Approved, but the level must be determined anew (cần xác định lại). */
  | 'REDETERMINATION_DUE'
  /** The system is no longer in use (ngừng sử dụng). */
  | 'RETIRED'
  /** Sent back to be completed (trả lại). */
  | 'RETURNED'
  /** Sent for appraisal (đã gửi thẩm định). */
  | 'SUBMITTED'
  /** Replaced by a newer approved dossier (đã được thay thế). */
  | 'SUPERSEDED'
  /** Complete and being appraised (đang thẩm định). */
  | 'UNDER_APPRAISAL';

/** What can be done to a dossier (bước xử lý hồ sơ). */
export type DossierStep =
  /** Accept it as complete and begin the appraisal (tiếp nhận hồ sơ hợp lệ). */
  | 'ACCEPT_AS_COMPLETE'
  /** Record the decision that approves it (phê duyệt). */
  | 'APPROVE'
  /** Demand a new determination and open a new draft (xác định lại cấp độ). */
  | 'MARK_REDETERMINATION'
  /** Lay it before the approver (trình phê duyệt). */
  | 'PASS_FOR_APPROVAL'
  /** Record the appraiser's opinion (ghi ý kiến thẩm định). */
  | 'RECORD_OPINION'
  /** Refuse approval and send it back (không phê duyệt). */
  | 'REFUSE'
  /** Send it again (gửi lại). */
  | 'RESUBMIT'
  /** Record that the system is no longer in use (ngừng sử dụng). */
  | 'RETIRE'
  /** Send it back as incomplete (trả lại để hoàn thiện). */
  | 'RETURN'
  /** Send it for appraisal (gửi thẩm định). */
  | 'SUBMIT';

/** A system to enter in the register with the level proposed for it. */
export type RegisterSystemInput = {
  /** Its code, unique in the province (mã hệ thống). */
  code: string;
  /** Whose data it holds and about how many (chủ thể dữ liệu). */
  dataSubjects?: string | null | undefined;
  /** What it does, in a few words (mô tả). */
  description?: string | null | undefined;
  /** The same key repeats the same request safely. */
  idempotencyKey: string;
  /** The day it was put to use (ngày đưa vào sử dụng). */
  inUseSince?: string | null | undefined;
  /** The level proposed, 1 to 5 (cấp độ đề xuất). */
  level: number;
  /** Its name (tên hệ thống). */
  name: string;
  /** Its name in English; the Vietnamese one when left out. */
  nameEn?: string | null | undefined;
  /** Who runs it; the owner when left out (đơn vị vận hành). */
  operatorId?: string | null | undefined;
  /** The one unit that answers for it (chủ quản). */
  ownerId: string;
  /** What it is for (loại hình). */
  type: SystemType;
};

/** A check to run now. */
export type RunCheckInput = {
  /** The check. */
  checkId: string;
  /** The same key repeats the same request safely. */
  idempotencyKey: string;
};

/** How far a run has come (trạng thái lượt kiểm tra). */
export type RunState =
  /** Done, with an outcome (đã xong). */
  | 'FINISHED'
  /** Waiting its turn (đang chờ). */
  | 'QUEUED'
  /** Asking the target (đang chạy). */
  | 'RUNNING';

/** Which systems to list; every condition must hold. */
export type SystemFilter = {
  /** Systems of this bloc (khối). */
  bloc?: Bloc | null | undefined;
  /** Systems whose current dossier is in one of these states. */
  dossierState?: Array<DossierState> | null | undefined;
  /** Systems of this level (cấp độ). */
  level?: number | null | undefined;
  /** Systems of this unit (chủ quản). */
  ownerId?: string | null | undefined;
  /** Words in name or code; case and diacritics do not matter. */
  search?: string | null | undefined;
};

/** What an information system is for (loại hình hệ thống thông tin). */
export type SystemType =
  /** Steers machines (điều khiển công nghiệp). */
  | 'CONTROL_SYSTEM'
  /** Serves the internal work of its owner (phục vụ hoạt động nội bộ). */
  | 'INTERNAL_PROCESSING'
  /** Networks and data centres others rely on (cơ sở hạ tầng thông tin). */
  | 'NETWORK_INFRASTRUCTURE'
  /** Serves people and enterprises online (phục vụ người dân, doanh nghiệp). */
  | 'ONLINE_SERVICE'
  /** None of the four others (hệ thống khác). */
  | 'OTHER';

export type RunToldFragment = { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, reason: string | null, startedAt: string, finishedAt: string | null, requestedBy: string, evidenceSha256: string | null, evidenceText: string | null, findings: Array<{ __typename: 'CheckFinding', code: string, outcome: CheckOutcome, seen: string, expected: string, whyItMatters: string, whatToDo: string }> };

export type CheckToldFragment = { __typename: 'ComplianceCheck', id: string, kind: CheckKind, kindName: string, why: string, clause: string, maxAgeDays: number, isStale: boolean, permissions: Array<string>, target: { __typename: 'CheckTarget', host: string, port: number, authorisedBy: string, authorisedFrom: string, authorisedTo: string }, latestRun: { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, reason: string | null, startedAt: string, finishedAt: string | null, requestedBy: string, evidenceSha256: string | null, evidenceText: string | null, findings: Array<{ __typename: 'CheckFinding', code: string, outcome: CheckOutcome, seen: string, expected: string, whyItMatters: string, whatToDo: string }> } | null, runs: { __typename: 'CheckRunConnection', totalCount: number, nodes: Array<{ __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, startedAt: string, finishedAt: string | null }> } };

export type AddCheckMutationVariables = Exact<{
  input: AddCheckInput;
}>;


export type AddCheckMutation = { __typename: 'Mutation', addCheck: { __typename: 'AddCheckPayload', check: { __typename: 'ComplianceCheck', id: string, kind: CheckKind, kindName: string, why: string, clause: string, maxAgeDays: number, isStale: boolean, permissions: Array<string>, target: { __typename: 'CheckTarget', host: string, port: number, authorisedBy: string, authorisedFrom: string, authorisedTo: string }, latestRun: { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, reason: string | null, startedAt: string, finishedAt: string | null, requestedBy: string, evidenceSha256: string | null, evidenceText: string | null, findings: Array<{ __typename: 'CheckFinding', code: string, outcome: CheckOutcome, seen: string, expected: string, whyItMatters: string, whatToDo: string }> } | null, runs: { __typename: 'CheckRunConnection', totalCount: number, nodes: Array<{ __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, startedAt: string, finishedAt: string | null }> } } | null } };

export type RunCheckMutationVariables = Exact<{
  input: RunCheckInput;
}>;


export type RunCheckMutation = { __typename: 'Mutation', runCheck: { __typename: 'RunCheckPayload', run: { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, reason: string | null, startedAt: string, finishedAt: string | null, requestedBy: string, evidenceSha256: string | null, evidenceText: string | null, findings: Array<{ __typename: 'CheckFinding', code: string, outcome: CheckOutcome, seen: string, expected: string, whyItMatters: string, whatToDo: string }> } | null } };

export type CoverageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CoverageQuery = { __typename: 'Query', coverage: { __typename: 'CoverageRowConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'CoverageRow', unit: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null, figures: { __typename: 'ComplianceFigures', systems: number, approvedDossiers: number, failedChecks: number, unknownChecks: number, staleChecks: number }, cells: Array<{ __typename: 'CoverageCell', duty: string, label: string, word: string, standing: string }> }> } };

export type DossierToldFragment = { __typename: 'SecurityLevelDossier', id: string, proposedLevel: number, legalRegimeName: string, state: DossierState, stateName: string, stateSince: string, formEightText: string, decisionNumber: string | null, decisionOn: string | null, decidedBy: string | null, version: number, nextSteps: Array<DossierStep>, limit: { __typename: 'DossierLimit', days: number, countsWorkingDays: boolean, dueOn: string, isOverdue: boolean, source: string } | null, history: Array<{ __typename: 'DossierEvent', at: string, from: DossierState | null, to: DossierState, step: DossierStep | null, actorName: string, note: string | null }> };

export type AdvanceDossierMutationVariables = Exact<{
  input: AdvanceDossierInput;
}>;


export type AdvanceDossierMutation = { __typename: 'Mutation', advanceDossier: { __typename: 'AdvanceDossierPayload', dossier: { __typename: 'SecurityLevelDossier', id: string, proposedLevel: number, legalRegimeName: string, state: DossierState, stateName: string, stateSince: string, formEightText: string, decisionNumber: string | null, decisionOn: string | null, decidedBy: string | null, version: number, nextSteps: Array<DossierStep>, limit: { __typename: 'DossierLimit', days: number, countsWorkingDays: boolean, dueOn: string, isOverdue: boolean, source: string } | null, history: Array<{ __typename: 'DossierEvent', at: string, from: DossierState | null, to: DossierState, step: DossierStep | null, actorName: string, note: string | null }> } | null, system: { __typename: 'InformationSystem', id: string } | null } };

export type UnitNameFragment = { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string };

export type DossierStandingFragment = { __typename: 'SecurityLevelDossier', id: string, state: DossierState, stateName: string, limit: { __typename: 'DossierLimit', dueOn: string, isOverdue: boolean } | null };

export type SystemListQueryVariables = Exact<{
  filter?: SystemFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SystemListQuery = { __typename: 'Query', informationSystems: { __typename: 'InformationSystemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'InformationSystem', id: string, code: string, name: string, nameEn: string, type: SystemType, level: number, approvedLevel: number | null, owner: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null, dossier: { __typename: 'SecurityLevelDossier', id: string, state: DossierState, stateName: string, limit: { __typename: 'DossierLimit', dueOn: string, isOverdue: boolean } | null } | null, checks: Array<{ __typename: 'ComplianceCheck', id: string, isStale: boolean, latestRun: { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null } | null }> }> } };

export type OwnerNameQueryVariables = Exact<{
  id: string;
}>;


export type OwnerNameQuery = { __typename: 'Query', unit: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null };

export type SystemDetailQueryVariables = Exact<{
  id: string;
}>;


export type SystemDetailQuery = { __typename: 'Query', informationSystem: { __typename: 'InformationSystem', id: string, code: string, name: string, nameEn: string, type: SystemType, level: number, approvedLevel: number | null, description: string | null, dataSubjects: string | null, inUseSince: string | null, version: number, permissions: Array<string>, owner: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null, operator: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null, supervisor: { __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string } | null, dossier: { __typename: 'SecurityLevelDossier', id: string, proposedLevel: number, legalRegimeName: string, state: DossierState, stateName: string, stateSince: string, formEightText: string, decisionNumber: string | null, decisionOn: string | null, decidedBy: string | null, version: number, nextSteps: Array<DossierStep>, limit: { __typename: 'DossierLimit', days: number, countsWorkingDays: boolean, dueOn: string, isOverdue: boolean, source: string } | null, history: Array<{ __typename: 'DossierEvent', at: string, from: DossierState | null, to: DossierState, step: DossierStep | null, actorName: string, note: string | null }> } | null, dossiers: Array<{ __typename: 'SecurityLevelDossier', id: string, proposedLevel: number, state: DossierState, stateName: string, stateSince: string, decisionNumber: string | null, decisionOn: string | null, decidedBy: string | null }>, checks: Array<{ __typename: 'ComplianceCheck', id: string, kind: CheckKind, kindName: string, why: string, clause: string, maxAgeDays: number, isStale: boolean, permissions: Array<string>, target: { __typename: 'CheckTarget', host: string, port: number, authorisedBy: string, authorisedFrom: string, authorisedTo: string }, latestRun: { __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, reason: string | null, startedAt: string, finishedAt: string | null, requestedBy: string, evidenceSha256: string | null, evidenceText: string | null, findings: Array<{ __typename: 'CheckFinding', code: string, outcome: CheckOutcome, seen: string, expected: string, whyItMatters: string, whatToDo: string }> } | null, runs: { __typename: 'CheckRunConnection', totalCount: number, nodes: Array<{ __typename: 'CheckRun', id: string, state: RunState, outcome: CheckOutcome | null, startedAt: string, finishedAt: string | null }> } }> } | null };

export type LevelRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelRulesQuery = { __typename: 'Query', levelRules: Array<{ __typename: 'LevelRule', level: number, appraiser: string, approver: string, limits: string, source: string }> };

export type UnitChoicesQueryVariables = Exact<{
  provinceId?: string | null | undefined;
  bloc?: Bloc | null | undefined;
  search?: string | null | undefined;
}>;


export type UnitChoicesQuery = { __typename: 'Query', units: { __typename: 'UnitConnection', nodes: Array<{ __typename: 'Unit', id: string, name: string, shortName: string, nameEn: string }> } };

export type RegisterSystemMutationVariables = Exact<{
  input: RegisterSystemInput;
}>;


export type RegisterSystemMutation = { __typename: 'Mutation', registerSystem: { __typename: 'RegisterSystemPayload', system: { __typename: 'InformationSystem', id: string, name: string } | null } };

export type CorrectSystemMutationVariables = Exact<{
  input: CorrectSystemInput;
}>;


export type CorrectSystemMutation = { __typename: 'Mutation', correctSystem: { __typename: 'CorrectSystemPayload', system: { __typename: 'InformationSystem', id: string, version: number } | null } };

export const RunToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceText"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"whyItMatters"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}}]}}]}}]} as unknown as DocumentNode<RunToldFragment, unknown>;
export const CheckToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ComplianceCheck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindName"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeDays"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"port"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedBy"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunTold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceText"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"whyItMatters"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}}]}}]}}]} as unknown as DocumentNode<CheckToldFragment, unknown>;
export const DossierToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DossierTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityLevelDossier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"proposedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"legalRegimeName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"stateSince"}},{"kind":"Field","name":{"kind":"Name","value":"formEightText"}},{"kind":"Field","name":{"kind":"Name","value":"decisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"countsWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<DossierToldFragment, unknown>;
export const UnitNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]} as unknown as DocumentNode<UnitNameFragment, unknown>;
export const DossierStandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DossierStanding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityLevelDossier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}}]}}]}}]} as unknown as DocumentNode<DossierStandingFragment, unknown>;
export const AddCheckDocument = {"__meta__":{"hash":"b60cce753ebf532c49e9c0ce4216b6b655bed4af87d87a28468eb44b14609fb7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddCheckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"addCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"check"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckTold"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceText"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"whyItMatters"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ComplianceCheck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindName"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeDays"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"port"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedBy"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunTold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AddCheckMutation, AddCheckMutationVariables>;
export const RunCheckDocument = {"__meta__":{"hash":"063f5871d469ec7c6588260e5dbdf3fba32369462bf594209191f83c6344a376"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunCheck"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunCheckInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"runCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunTold"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceText"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"whyItMatters"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}}]}}]}}]} as unknown as DocumentNode<RunCheckMutation, RunCheckMutationVariables>;
export const CoverageDocument = {"__meta__":{"hash":"2f5371e1a1a3b67d21249b456aaa2ad759acec1b79aa9918ef28d74964d2fbc3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Coverage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"systems"}},{"kind":"Field","name":{"kind":"Name","value":"approvedDossiers"}},{"kind":"Field","name":{"kind":"Name","value":"failedChecks"}},{"kind":"Field","name":{"kind":"Name","value":"unknownChecks"}},{"kind":"Field","name":{"kind":"Name","value":"staleChecks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"duty"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"word"}},{"kind":"Field","name":{"kind":"Name","value":"standing"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]} as unknown as DocumentNode<CoverageQuery, CoverageQueryVariables>;
export const AdvanceDossierDocument = {"__meta__":{"hash":"f8804232d593fb3f8fe1bec1f12079c7ba03baddac74b684f84699389328dda9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdvanceDossier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdvanceDossierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"advanceDossier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dossier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DossierTold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DossierTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityLevelDossier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"proposedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"legalRegimeName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"stateSince"}},{"kind":"Field","name":{"kind":"Name","value":"formEightText"}},{"kind":"Field","name":{"kind":"Name","value":"decisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"countsWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<AdvanceDossierMutation, AdvanceDossierMutationVariables>;
export const SystemListDocument = {"__meta__":{"hash":"13d279c25978c9056967e9d08965af4e1195f59c056fd1ab4921f8c85b44c640"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SystemList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SystemFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"informationSystems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"approvedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dossier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DossierStanding"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"latestRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DossierStanding"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityLevelDossier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}}]}}]}}]} as unknown as DocumentNode<SystemListQuery, SystemListQueryVariables>;
export const OwnerNameDocument = {"__meta__":{"hash":"338e382d6cf89545f627ba1794daae8d4d195c6eda42a34e7be57b538238a971"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnerName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]} as unknown as DocumentNode<OwnerNameQuery, OwnerNameQueryVariables>;
export const SystemDetailDocument = {"__meta__":{"hash":"611ce5cde7304cf1c0dd94b066ac16f6ce0997c6407dd030feb5c593993dd5c0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SystemDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"informationSystem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"approvedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"dataSubjects"}},{"kind":"Field","name":{"kind":"Name","value":"inUseSince"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"operator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supervisor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dossier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DossierTold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dossiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"proposedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"stateSince"}},{"kind":"Field","name":{"kind":"Name","value":"decisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CheckTold"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CheckRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceSha256"}},{"kind":"Field","name":{"kind":"Name","value":"evidenceText"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"seen"}},{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"whyItMatters"}},{"kind":"Field","name":{"kind":"Name","value":"whatToDo"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DossierTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityLevelDossier"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"proposedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"legalRegimeName"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"stateName"}},{"kind":"Field","name":{"kind":"Name","value":"stateSince"}},{"kind":"Field","name":{"kind":"Name","value":"formEightText"}},{"kind":"Field","name":{"kind":"Name","value":"decisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"decisionOn"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"nextSteps"}},{"kind":"Field","name":{"kind":"Name","value":"limit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"countsWorkingDays"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CheckTold"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ComplianceCheck"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"kindName"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeDays"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"port"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedBy"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"authorisedTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"latestRun"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunTold"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}}]}}]}}]}}]} as unknown as DocumentNode<SystemDetailQuery, SystemDetailQueryVariables>;
export const LevelRulesDocument = {"__meta__":{"hash":"1751a1f177109e7ae6a376d631999bd6634de6b941fb6e00e7bda8a97bf275b3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LevelRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"levelRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"appraiser"}},{"kind":"Field","name":{"kind":"Name","value":"approver"}},{"kind":"Field","name":{"kind":"Name","value":"limits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}}]} as unknown as DocumentNode<LevelRulesQuery, LevelRulesQueryVariables>;
export const UnitChoicesDocument = {"__meta__":{"hash":"b47033c07a4b5b2cd9a25eee2518bcec87b0c756a7ebb0d744cbaefa651efade"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitChoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"provinceId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"bloc"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Bloc"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"units"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"provinceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"provinceId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"bloc"},"value":{"kind":"Variable","name":{"kind":"Name","value":"bloc"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Unit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}}]}}]} as unknown as DocumentNode<UnitChoicesQuery, UnitChoicesQueryVariables>;
export const RegisterSystemDocument = {"__meta__":{"hash":"843a24d8a92430497d0c6071f791c4aff19a717c4f8d6bf0916551df6d8c8915"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterSystem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterSystemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"registerSystem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterSystemMutation, RegisterSystemMutationVariables>;
export const CorrectSystemDocument = {"__meta__":{"hash":"c36b1cbd0bb9daa54c39cf63c54857e461a7e76ef37b2984689fc0b955c9fe51"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectSystem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectSystemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"correctSystem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"system"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]}}]} as unknown as DocumentNode<CorrectSystemMutation, CorrectSystemMutationVariables>;