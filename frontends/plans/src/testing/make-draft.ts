// A draft of plan 285-KH/TU as it was read: four tasks, two of them with doubts.
import { madeUnits } from './make-task.ts';

interface Parts {
  [field: string]: unknown;
}

export function makeDraftAssignee(parts: Parts = {}) {
  return {
    __typename: 'DraftAssignee',
    text: 'Sở KH&CN',
    name: madeUnits.science.name,
    unitId: madeUnits.science.id,
    groupId: null,
    externalName: null,
    scope: null,
    confidence: 1,
    reason: null,
    ...parts,
  };
}

export function makeDraftRow(parts: Parts = {}) {
  return {
    __typename: 'PlanDraftRow',
    id: 'row-1',
    version: 1,
    place: 1,
    appendix: null,
    section: 'I',
    number: '1',
    content: 'Ban hành quy chế quản lý dữ liệu dùng chung của tỉnh',
    leads: [makeDraftAssignee()],
    coordinators: [],
    deadline: {
      __typename: 'Deadline',
      kind: 'BEFORE_DATE',
      text: 'Trước ngày 15/7/2025',
      startsOn: null,
      dueOn: '2025-07-14',
      cadence: null,
      thenOngoing: false,
    },
    expectedResult: null,
    basis: null,
    head: null,
    status: null,
    doubts: [],
    settled: [],
    lines: [2],
    sources: [{ __typename: 'DraftSource', field: 'LEADS', line: 2, text: 'Sở KH&CN' }],
    difference: null,
    ...parts,
  };
}

export const madeDoubts = {
  lead: {
    __typename: 'DraftDoubt',
    field: 'LEADS',
    confidence: 0.5,
    message: 'Chưa chắc “Sở KHCN và MT” là đơn vị nào.',
  },
  deadline: { __typename: 'DraftDoubt', field: 'DEADLINE', confidence: 0.4, message: 'Chưa chắc thời hạn “Quý”.' },
};

export function makeDraftRows() {
  return [
    makeDraftRow(),
    makeDraftRow({
      id: 'row-2',
      place: 2,
      number: '2',
      content: 'Lắp đặt đường truyền tới xã. Đào tạo cán bộ xã sử dụng đường truyền.',
      lines: [3],
      sources: [{ __typename: 'DraftSource', field: 'LEADS', line: 3, text: 'Sở Nội vụ' }],
    }),
    makeDraftRow({
      id: 'row-3',
      place: 3,
      number: '3',
      content: 'Xây dựng kho dữ liệu cán bộ, công chức, viên chức',
      leads: [
        makeDraftAssignee({
          text: 'Sở KHCN và MT',
          name: 'Sở KHCN và MT',
          unitId: null,
          externalName: 'Sở KHCN và MT',
          confidence: 0.5,
        }),
      ],
      doubts: [madeDoubts.lead, madeDoubts.deadline],
      lines: [4],
      sources: [{ __typename: 'DraftSource', field: 'LEADS', line: 4, text: 'Sở KHCN và MT' }],
    }),
    makeDraftRow({
      id: 'row-4',
      place: 4,
      number: '4',
      content: 'Công bố danh mục dữ liệu mở',
      doubts: [madeDoubts.deadline],
      lines: [5],
    }),
  ];
}

const line = (index: number, text: string, cells: string[] | null = null) => ({
  __typename: 'DocumentLine',
  index,
  page: 1,
  row: null,
  text,
  cells,
});

export function makeDraft(parts: Parts = {}) {
  const rows = (parts.rows ?? makeDraftRows()) as ReturnType<typeof makeDraftRow>[];
  return {
    __typename: 'PlanDraft',
    id: 'draft-1',
    version: 7,
    state: 'IN_REVIEW',
    fileName: 'ke-hoach-285.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    sizeBytes: 48_213,
    createdBy: 'Chuyên viên – Văn phòng Tỉnh ủy',
    createdAt: '2025-11-20T01:00:00Z',
    changedBy: 'Chuyên viên – Văn phòng Tỉnh ủy',
    changedAt: '2025-11-20T02:00:00Z',
    number: '285-KH/TU',
    issuedOn: '2025-06-27',
    issuer: 'Ban Thường vụ Tỉnh ủy Thanh Hóa',
    title: 'Kế hoạch thực hiện 02-KH/BCĐTW',
    kind: 'PLAN',
    effectiveFrom: '2025-07-01',
    implements: [],
    sections: [],
    findings: [],
    plan: null,
    differences: null,
    lastChange: null,
    permissions: ['review', 'confirm', 'discard'],
    lines: [
      line(0, 'KẾ HOẠCH thực hiện 02-KH/BCĐTW'),
      line(1, 'PHỤ LỤC: 4 nhiệm vụ'),
      ...rows.map(({ content, deadline }, place) =>
        line(place + 2, content, [
          String(place + 1),
          content,
          ['Sở KH&CN', 'Sở Nội vụ', 'Sở KHCN và MT', 'Sở KH&CN'][place] ?? '',
          deadline.text,
        ]),
      ),
    ],
    ...parts,
    rows,
    rowCount: rows.length,
    doubtCount: rows.reduce((sum, row) => sum + row.doubts.length, 0),
  };
}
