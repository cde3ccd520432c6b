/** What can be done through each registered mutation at this moment of the instance, and by whom. */
import { makeDraftDeeds } from './draft-deeds.ts';
import { type PortalSession, partOf } from './portal-session.ts';

/** Who may do it, and a form that would do it. */
export interface Deed {
  by: string;
  input: Record<string, unknown>;
}

interface Row {
  id: string;
  version: number;
}
type Led = Row & { leads: { unit: { id: string } | null }[] };
type Reported = Row & { latestReport: Row };

/** Forms that would be taken from the right person at this moment. */
export async function makeDeeds(session: (login: string) => PortalSession): Promise<Map<string, Deed>> {
  const listed = async (login: string, operation: string, field: string, variables = {}): Promise<Row> => {
    const { nodes } = partOf<{ nodes: Row[] }>(await session(login).operate(operation, variables), field);
    const [row] = nodes;
    if (!row) throw new Error(`${operation} gives ${login} nothing to work on.`);
    return row;
  };
  const work = partOf<{ toDo: Led[]; toApprove: Reported[] }>(
    await session('skhcn-giamdoc').operate('MyWork'),
    'myTasks',
  );
  const desk = partOf<{ toConfirm: Row[] }>(await session('skhcn-thuongtruc').operate('MyWork'), 'myTasks');
  const task = work.toDo.find(({ leads }) => leads.length === 1 && leads[0]?.unit?.id === '38.skhcn');
  if (!task) throw new Error('The department has nothing of its own to do.');
  const toApprove = work.toApprove[0];
  const toConfirm = desk.toConfirm[0] ?? task;
  const owed = await listed('skhcn-chuyenvien', 'ReportsWaiting', 'reportObligations');
  const toTakeIn = await listed('skhcn-thuongtruc', 'ReportsToTakeIn', 'reportObligations');
  const { report } = partOf<{ report: Row }>(
    await session('skhcn-thuongtruc').operate('ReportForm', { id: toTakeIn.id }),
    'reportObligation',
  );
  const government = { first: 1, filter: { bloc: 'GOVERNMENT' } };
  const system = await listed('congan-antoan', 'SystemList', 'informationSystems', government);
  const detail = partOf<{ version: number; dossier: Row & { nextSteps: string[] }; checks: Row[] }>(
    await session('congan-antoan').operate('SystemDetail', { id: system.id }),
    'informationSystem',
  );
  const unit = partOf<{ version: number; people: Row[] }>(
    await session('quantri-chinhquyen').operate('UnitDetail', { id: '38.stp' }),
    'unit',
  );
  const taskForm = { taskId: task.id, expectedVersion: task.version };
  const progressForm = {
    progressReportId: toApprove?.latestReport.id ?? 'none',
    expectedVersion: 1,
    reason: 'Đủ căn cứ.',
  };
  const resultForm = {
    taskId: toConfirm.id,
    expectedVersion: toConfirm.version,
    reason: 'Đủ căn cứ.',
  };
  const reportForm = {
    obligationId: owed.id,
    figures: [],
    summary: 'Đã làm.',
    obstacles: null,
    proposals: null,
    taskIds: [],
  };
  const receivedForm = {
    reportId: report.id,
    expectedVersion: report.version,
    reason: 'Đủ.',
  };
  const unitForm = { unitId: '38.stp', expectedVersion: unit.version, on: '2026-01-01' };
  return new Map<string, Deed>([
    ...(await makeDraftDeeds(session)),
    [
      'AssignTask',
      {
        by: 'skhcn-giamdoc',
        input: { ...taskForm, unitId: '38.skhcn', personId: 'skhcn-chuyenvien', note: 'Theo dõi.' },
      },
    ],
    [
      'ReportTaskProgress',
      {
        by: 'skhcn-chuyenvien',
        input: {
          ...taskForm,
          percent: 40,
          summary: 'Đã làm.',
          obstacle: null,
          claimsCompletion: false,
          completedOn: null,
          uploadIds: [],
        },
      },
    ],
    ['ApproveProgressReport', { by: 'skhcn-giamdoc', input: progressForm }],
    ['ReturnProgressReport', { by: 'skhcn-giamdoc', input: progressForm }],
    ['ConfirmTaskResult', { by: 'skhcn-thuongtruc', input: resultForm }],
    ['RejectTaskResult', { by: 'skhcn-thuongtruc', input: resultForm }],
    ['MarkTaskPart', { by: 'skhcn-chuyenvien', input: { ...taskForm, ordinal: 1, done: true } }],
    ['SaveReportDraft', { by: 'skhcn-chuyenvien', input: { ...reportForm, expectedVersion: null } }],
    ['SubmitReport', { by: 'skhcn-chuyenvien', input: { ...reportForm, expectedVersion: null } }],
    ['AcceptReport', { by: 'skhcn-thuongtruc', input: receivedForm }],
    ['ReturnReport', { by: 'skhcn-thuongtruc', input: receivedForm }],
    [
      'MarkEnteredInCentralSystem',
      {
        by: 'skhcn-thuongtruc',
        input: { reportId: receivedForm.reportId, expectedVersion: receivedForm.expectedVersion },
      },
    ],
    [
      'RegisterSystem',
      {
        by: 'congan-antoan',
        input: {
          code: `THU-${Date.now()}`,
          name: 'Hệ thống thử',
          nameEn: null,
          type: 'INTERNAL_PROCESSING',
          level: 2,
          ownerId: '38.congan',
          operatorId: null,
          description: null,
          dataSubjects: null,
          inUseSince: null,
        },
      },
    ],
    [
      'CorrectSystem',
      {
        by: 'congan-antoan',
        input: {
          systemId: system.id,
          expectedVersion: detail.version,
          name: 'Tên khác',
          nameEn: null,
          description: null,
          dataSubjects: null,
          inUseSince: null,
        },
      },
    ],
    [
      'AdvanceDossier',
      {
        by: 'congan-antoan',
        input: {
          dossierId: detail.dossier.id,
          expectedVersion: detail.dossier.version,
          step: detail.dossier.nextSteps[0] ?? 'SUBMIT',
          note: 'Ghi chú.',
          decisionNumber: null,
          decisionOn: null,
          decidedBy: null,
        },
      },
    ],
    [
      'AddCheck',
      {
        by: 'congan-antoan',
        input: {
          systemId: system.id,
          kind: 'SECURITY_HEADERS',
          host: 'cong.example',
          port: 443,
          authorisedBy: 'Giám đốc',
          authorisedFrom: '2025-11-01',
          authorisedTo: '2026-11-01',
        },
      },
    ],
    ['RunCheck', { by: 'congan-antoan', input: { checkId: detail.checks[0]?.id ?? 'none' } }],
    [
      'CreateUnit',
      {
        by: 'quantri-chinhquyen',
        input: {
          code: `THU.${Date.now()}`,
          name: 'Đơn vị thử',
          shortName: 'Thử',
          nameEn: 'Trial',
          bloc: 'GOVERNMENT',
          tier: 'PROVINCE',
          kind: 'DEPARTMENT',
          parentId: '38.ubnd',
          territoryId: null,
          validFrom: '2025-12-01',
        },
      },
    ],
    [
      'RenameUnit',
      { by: 'quantri-chinhquyen', input: { ...unitForm, name: 'Tên khác', shortName: 'Khác', nameEn: 'Other' } },
    ],
    ['MoveUnit', { by: 'quantri-chinhquyen', input: { ...unitForm, newParentId: '38.skhcn' } }],
    ['EndUnit', { by: 'quantri-chinhquyen', input: { ...unitForm, successorIds: [] } }],
    [
      'GrantMembership',
      {
        by: 'quantri-chinhquyen',
        input: {
          personId: 'stuphap-chuyenvien',
          newPerson: null,
          unitId: '38.stp',
          role: 'VIEWER',
          validFrom: '2025-11-21',
          validTo: null,
        },
      },
    ],
    [
      'EndMembership',
      { by: 'quantri-chinhquyen', input: { membershipId: unit.people[0]?.id ?? 'none', on: '2025-12-31' } },
    ],
  ]);
}
