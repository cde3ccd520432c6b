// Made rows for tests and for the preview, in the shapes of the graph.

export const madeUnits = {
  office: {
    __typename: 'Unit',
    id: '38.vptu',
    name: 'Văn phòng Tỉnh ủy',
    shortName: 'VP Tỉnh ủy',
    nameEn: 'Provincial Party Committee Office',
  },
  science: {
    __typename: 'Unit',
    id: '38.skhcn',
    name: 'Sở Khoa học và Công nghệ',
    shortName: 'Sở KH&CN',
    nameEn: 'Department of Science and Technology',
  },
  home: {
    __typename: 'Unit',
    id: '38.snv',
    name: 'Sở Nội vụ',
    shortName: 'Sở Nội vụ',
    nameEn: 'Department of Home Affairs',
  },
};

export const madeRegime = {
  __typename: 'ReportingRegime',
  id: 'regime-weekly',
  name: 'Báo cáo tuần về chuyển đổi số',
  nameEn: 'Weekly report on digital transformation',
  cadence: 'WEEKLY',
  rule: 'hằng tuần, trước 08:00 thứ Năm',
  source: 'mục VI.10',
  plan: { __typename: 'Plan', id: 'th-285-kh-tu', number: '285-KH/TU', kind: 'PLAN' },
  recipient: madeUnits.office,
  recipientName: null,
  validFrom: '2025-07-01',
  validTo: null,
};

export const madeFigures = [
  {
    __typename: 'ReportFigure',
    key: 'tasksTotal',
    label: 'Nhiệm vụ được giao',
    value: 12,
    source: 'TASKS',
    prefilled: 12,
    note: null,
  },
  {
    __typename: 'ReportFigure',
    key: 'tasksOverdue',
    label: 'Quá hạn chưa xong',
    value: 2,
    source: 'TASKS',
    prefilled: 2,
    note: null,
  },
  {
    __typename: 'ReportFigure',
    key: 'documentsIssued',
    label: 'Văn bản chỉ đạo đã ban hành',
    value: 0,
    source: 'TYPED',
    prefilled: null,
    note: null,
  },
];

/** What the science department owes the office for the week to 20 November 2025. */
export function makeObligation(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'ReportObligation',
    id: 'obligation-1',
    periodFrom: '2025-11-14',
    periodTo: '2025-11-20',
    periodLabel: 'Tuần 14/11–20/11/2025',
    dueAt: '2025-11-20T01:00:00Z',
    state: 'DUE_SOON',
    lateBySeconds: null,
    requestNote: null,
    waiverReason: null,
    permissions: [] as string[],
    unit: madeUnits.science,
    regime: madeRegime,
    report: null as unknown,
    ...parts,
  };
}

export function makeReport(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'Report',
    id: 'report-1',
    state: 'SUBMITTED',
    summary: 'Đã hoàn thành 8 trên 12 nhiệm vụ.',
    obstacles: 'Thiếu đường truyền ở 6 xã.',
    proposals: null,
    submission: 1,
    submittedBy: 'Chuyên viên – Sở Khoa học và Công nghệ',
    submittedAt: '2025-11-20T00:30:00Z',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    version: 2,
    enteredInCentralSystemBy: null,
    enteredInCentralSystemAt: null,
    figures: madeFigures,
    tasks: [],
    submissions: [],
    ...parts,
  };
}

export const madeDraft = {
  __typename: 'ReportDraft',
  figures: madeFigures,
  summary: '',
  obstacles: null,
  proposals: null,
  version: null as number | null,
  isPrefilled: true,
  taskIds: ['th-285-kh-tu.17'],
  tasks: [
    {
      __typename: 'Task',
      id: 'th-285-kh-tu.17',
      number: '17',
      title: 'Bảo đảm mạng truyền số liệu chuyên dùng',
      titleEn: 'Keep the dedicated network running',
      standing: 'OVERDUE',
      percent: 60,
      deadline: { __typename: 'Deadline', kind: 'BEFORE_DATE', text: 'Trước ngày 15/7/2025', dueOn: '2025-07-14' },
      plan: { __typename: 'Plan', id: 'th-285-kh-tu', number: '285-KH/TU' },
    },
  ],
};
