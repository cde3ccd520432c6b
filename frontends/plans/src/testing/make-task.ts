// Made rows for tests and for the preview: the shapes of the graph, the facts of plan 285-KH/TU.

const units = {
  office: {
    id: '38.vptu',
    name: 'Văn phòng Tỉnh ủy',
    shortName: 'VP Tỉnh ủy',
    nameEn: 'Provincial Party Committee Office',
  },
  science: {
    id: '38.skhcn',
    name: 'Sở Khoa học và Công nghệ',
    shortName: 'Sở KH&CN',
    nameEn: 'Department of Science and Technology',
  },
  home: { id: '38.snv', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ', nameEn: 'Department of Home Affairs' },
};

export const madeUnits = units;

export const madePlan = {
  __typename: 'Plan',
  id: 'th-285-kh-tu',
  number: '285-KH/TU',
  kind: 'PLAN',
  title: 'Kế hoạch của Thanh Hóa thực hiện 02-KH/BCĐTW về chuyển đổi số liên thông',
  titleEn: 'Thanh Hoa plan carrying out 02-KH/BCĐTW on interconnected digital transformation',
  issuedOn: '2025-06-27',
  effectiveFrom: '2025-07-01',
  issuerName: 'Ban Thường vụ Tỉnh ủy Thanh Hóa',
  bloc: 'PARTY',
  citation: 'Kế hoạch 285-KH/TU, 27/6/2025, Phụ lục',
  note: null,
  declaredTaskCount: 61,
  implements: [
    {
      __typename: 'PlanReference',
      number: '02-KH/BCĐTW',
      issuedOn: '2025-06-19',
      issuerName: 'Ban Chỉ đạo Trung ương',
      plan: null,
    },
  ],
  implementedBy: [],
  targets: [],
  followers: [],
  regimes: [],
  figures: {
    __typename: 'TaskFigures',
    total: 61,
    completed: 38,
    completedLate: 4,
    inProgress: 12,
    atRisk: 3,
    overdue: 4,
    notDue: 0,
    onTimePercent: 83,
  },
  taskGroups: [
    {
      __typename: 'TaskGroup',
      id: 'th-285-kh-tu.I',
      code: 'I',
      appendix: null,
      title: 'Thể chế',
      declaredCount: 13,
      taskCount: 13,
    },
    {
      __typename: 'TaskGroup',
      id: 'th-285-kh-tu.II',
      code: 'II',
      appendix: null,
      title: 'Hạ tầng',
      declaredCount: 11,
      taskCount: 11,
    },
  ],
};

interface Parts {
  [field: string]: unknown;
  id?: string;
  leads?: readonly { id: string; name: string; shortName: string; nameEn: string }[];
}

/** A task of plan 285-KH/TU led by the science department, in progress, due before 15 July. */
export function makeTask({ leads = [units.science], ...parts }: Parts = {}) {
  return {
    __typename: 'Task',
    id: 'th-285-kh-tu.17',
    number: '17',
    ordinal: 17,
    title: 'Bảo đảm mạng truyền số liệu chuyên dùng từ tỉnh tới xã',
    titleEn: 'Keep the dedicated network running from province to commune',
    appendix: null,
    section: 'II',
    taskGroup: madePlan.taskGroups[1],
    plan: madePlan,
    leads: leads.map((unit) => ({
      __typename: 'Assignee',
      label: unit.shortName,
      memberCount: null,
      externalName: null,
      unit: { __typename: 'Unit', ...unit },
      group: null,
    })),
    coordinators: [],
    bearers: leads.map((unit) => ({ __typename: 'Unit', ...unit })),
    bearerCount: leads.length,
    bearersDone: 0,
    ownProgress: null,
    deadline: {
      __typename: 'Deadline',
      kind: 'BEFORE_DATE',
      text: 'Trước ngày 15/7/2025',
      startsOn: null,
      dueOn: '2025-07-14',
      cadence: null,
      thenOngoing: false,
    },
    innerDeadlines: [],
    expectedResult: null,
    expectedResultKind: null,
    basis: null,
    parts: [],
    damaged: false,
    damageNote: null,
    sameAs: null,
    state: 'IN_PROGRESS',
    standing: 'OVERDUE',
    percent: 60,
    completedOn: null,
    daysLate: 129,
    daysLeft: null,
    assignments: [],
    latestReport: null,
    progressReports: { __typename: 'ProgressReportConnection', totalCount: 0, nodes: [] },
    waitingResults: [],
    timeline: [],
    version: 3,
    permissions: [],
    ...parts,
  };
}

/** A report of the science department that waits for its head. */
export function makeReport(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'ProgressReport',
    id: 'report-1',
    unitName: units.science.name,
    unit: { __typename: 'Unit', ...units.science },
    percent: 80,
    summary: 'Đã nối mạng 150 trên 166 xã, phường.',
    obstacle: null,
    claimsCompletion: false,
    completedOn: null,
    state: 'SUBMITTED',
    reportedBy: 'Chuyên viên – Sở Khoa học và Công nghệ',
    reportedAt: '2025-11-19T02:15:00Z',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    confirmedBy: null,
    confirmedAt: null,
    version: 1,
    evidence: [],
    ...parts,
  };
}
