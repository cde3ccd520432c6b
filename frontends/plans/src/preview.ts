// Made answers for `frontends/kit/scripts/preview.ts`: how the pages look without services.
import { madePlan, madeUnits, makeReport, makeTask } from './testing/make-task.ts';

const titles = [
  ['Bảo đảm mạng truyền số liệu chuyên dùng từ tỉnh tới xã, nối với mạng trục', 'OVERDUE', '2025-07-14', 60],
  ['Rà soát, bổ sung văn bản làm cơ sở pháp lý trước mắt cho chuyển đổi số hai cấp', 'COMPLETED', null, 100],
  [
    'Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã theo hình thức cầm tay chỉ việc',
    'AT_RISK',
    '2025-11-24',
    40,
  ],
  [
    'Kết nối, chia sẻ dữ liệu dân cư với hệ thống giải quyết thủ tục hành chính của tỉnh',
    'IN_PROGRESS',
    '2025-12-31',
    55,
  ],
  ['Công bố danh mục thủ tục hành chính cung cấp trực tuyến toàn trình', 'COMPLETED_LATE', '2025-08-31', 100],
  ['Xây dựng kế hoạch chuyển đổi số giai đoạn sau theo chỉ đạo của Trung ương', 'NOT_DUE', '2026-03-31', null],
] as const;

const tasks = titles.map(([title, standing, dueOn, percent], index) =>
  makeTask({
    id: `th-285-kh-tu.${index + 1}`,
    number: String(index + 1),
    ordinal: index + 1,
    title,
    standing,
    percent,
    leads: index % 2 ? [madeUnits.home, madeUnits.science, madeUnits.office] : [madeUnits.science],
    deadline: { ...makeTask().deadline, dueOn, text: dueOn ? makeTask().deadline.text : 'Đã hoàn thành' },
    daysLate: standing === 'COMPLETED_LATE' ? 6 : null,
    latestReport: percent ? makeReport({ state: percent === 100 ? 'CONFIRMED' : 'SUBMITTED' }) : null,
    permissions: ['reportProgress', 'assign', 'approve', 'return', 'confirm'],
    progressReports: {
      __typename: 'ProgressReportConnection',
      totalCount: 1,
      nodes: [makeReport(), makeReport({ id: 'report-2', state: 'APPROVED' })],
    },
    waitingResults: [
      makeReport({ id: 'report-2', state: 'APPROVED', claimsCompletion: true, completedOn: '2025-11-18' }),
    ],
    parts: [
      { __typename: 'TaskPart', ordinal: 1, text: 'Khảo sát đường truyền', done: true },
      { __typename: 'TaskPart', ordinal: 2, text: 'Nối mạng 166 xã, phường', done: false },
    ],
    basis: 'Quyết định 126/QĐ-TTg',
    expectedResult: 'Mạng truyền số liệu chuyên dùng thông suốt tới cấp xã',
    timeline: [
      {
        __typename: 'TimelineEntry',
        id: '1',
        at: '2025-07-01T01:00:00Z',
        kind: 'ISSUED',
        actorName: 'Ban Thường vụ Tỉnh ủy',
        unitName: null,
        detail: null,
        report: null,
      },
      {
        __typename: 'TimelineEntry',
        id: '2',
        at: '2025-11-19T02:15:00Z',
        kind: 'REPORTED',
        actorName: 'Chuyên viên',
        unitName: 'Sở Khoa học và Công nghệ',
        detail: null,
        report: makeReport({
          obstacle: 'Sáu xã chưa có nguồn điện dự phòng.',
          evidence: [
            {
              __typename: 'Evidence',
              id: 'e1',
              name: 'bien-ban-khao-sat.pdf',
              mediaType: 'application/pdf',
              size: 1024,
              sha256: '0',
              url: '/files/plans/evidence/e1',
              uploadedAt: '2025-11-19T02:15:00Z',
              uploadedBy: 'Chuyên viên',
            },
          ],
        }),
      },
      {
        __typename: 'TimelineEntry',
        id: '3',
        at: '2025-11-10T02:15:00Z',
        kind: 'RETURNED',
        actorName: 'Giám đốc',
        unitName: 'Sở Khoa học và Công nghệ',
        detail: 'Chưa nêu số xã đã nối mạng.',
        report: null,
      },
    ],
  }),
);

const connection = (nodes: readonly unknown[]) => ({
  totalCount: nodes.length,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  nodes,
});
const line = (parts: Record<string, unknown>) => ({
  __typename: 'FiguresRow',
  bloc: null,
  unit: null,
  taskGroup: null,
  plan: null,
  figures: madePlan.figures,
  ...parts,
});
const plan = {
  ...madePlan,
  allTasks: tasks,
  regimes: [],
  targets: [
    {
      __typename: 'Target',
      id: 't1',
      title: 'Thủ tục đồng bộ trên hệ thống của tỉnh',
      titleEn: 'Procedures synchronised',
      measure: 'RATIO',
      threshold: 100,
      unitOfCount: '%',
      dueOn: '2025-06-30',
      group: null,
      exclusion: null,
      source: 'II.2',
    },
  ],
  followers: [
    {
      __typename: 'Follower',
      id: 'f1',
      role: 'STANDING_AGENCY',
      theme: null,
      taskGroups: null,
      blocs: ['PARTY', 'GOVERNMENT'],
      validFrom: '2025-07-01',
      validTo: null,
      unit: { __typename: 'Unit', ...madeUnits.office },
    },
  ],
};

export const answers = {
  'Query.plan': plan,
  'Query.plans': connection([plan]),
  'Query.task': (_: unknown, { id }: { id: string }) => tasks.find((task) => task.id === id) ?? null,
  'Query.tasks': connection(tasks),
  'Query.people': {
    nodes: [{ __typename: 'Person', id: 'p1', displayName: 'Chuyên viên – Sở Khoa học và Công nghệ' }],
  },
  'Query.myTasks': { toDo: tasks.slice(0, 3), returned: [tasks[2]], toApprove: [tasks[3]], toConfirm: [tasks[4]] },
  'Query.overview': {
    asOf: '2025-11-20',
    figures: {
      ...madePlan.figures,
      total: 193,
      completed: 96,
      completedLate: 12,
      inProgress: 38,
      atRisk: 9,
      overdue: 14,
      notDue: 24,
      onTimePercent: 78.7,
    },
    byBloc: [
      line({ key: 'PARTY', label: '', bloc: 'PARTY' }),
      line({ key: 'GOVERNMENT', label: '', bloc: 'GOVERNMENT' }),
    ],
    byPlan: [line({ key: 'p', label: '', plan })],
    byTaskGroup: madePlan.taskGroups.map((taskGroup) => line({ key: taskGroup.id, label: '', taskGroup, plan })),
    byUnit: Object.values(madeUnits).map((unit) =>
      line({ key: unit.id, label: unit.shortName, unit: { __typename: 'Unit', ...unit } }),
    ),
    dueSoon: [tasks[2]],
    overdueTasks: [tasks[0]],
    days: [
      { __typename: 'DueDay', on: '2025-11-24', due: 3 },
      { __typename: 'DueDay', on: '2025-11-30', due: 12 },
      { __typename: 'DueDay', on: '2025-12-15', due: 1 },
    ],
  },
};
