// Made rows for tests: the shapes of the graph, systems of Thanh Hóa.

export const madeUnits = {
  police: {
    __typename: 'Unit',
    id: '38.congan',
    name: 'Công an tỉnh Thanh Hóa',
    shortName: 'Công an tỉnh',
    nameEn: 'Provincial Police',
  },
  science: {
    __typename: 'Unit',
    id: '38.skhcn',
    name: 'Sở Khoa học và Công nghệ',
    shortName: 'Sở KH&CN',
    nameEn: 'Department of Science and Technology',
  },
};

/** A draft for level 3, begun under the decree of 2016. */
export function makeDossier(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'SecurityLevelDossier',
    id: 'd1',
    proposedLevel: 3,
    legalRegimeName: 'Nghị định 85/2016/NĐ-CP',
    state: 'DRAFT',
    stateName: 'Đang soạn thảo',
    stateSince: '2025-11-01T02:00:00Z',
    formEightText: 'Đang dự thảo',
    decisionNumber: null,
    decisionOn: null,
    decidedBy: null,
    version: 1,
    nextSteps: [],
    limit: null,
    history: [
      {
        __typename: 'DossierEvent',
        at: '2025-11-01T02:00:00Z',
        from: null,
        to: 'DRAFT',
        step: null,
        actorName: 'Cán bộ an toàn thông tin – Sở KH&CN',
        note: null,
      },
    ],
    ...parts,
  };
}

export function makeRun(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'CheckRun',
    id: 'r1',
    state: 'FINISHED',
    outcome: 'FAIL',
    reason: null,
    startedAt: '2025-11-19T02:00:00Z',
    finishedAt: '2025-11-19T02:00:02Z',
    requestedBy: 'Lịch kiểm tra định kỳ',
    evidenceSha256: 'ab'.repeat(32),
    evidenceText: 'HTTP/1.1 200 OK',
    findings: [
      {
        __typename: 'CheckFinding',
        code: 'HSTS',
        outcome: 'FAIL',
        seen: '',
        expected: 'Strict-Transport-Security ít nhất 6 tháng',
        whyItMatters: 'Lần truy cập đầu có thể bị hạ xuống HTTP.',
        whatToDo: 'Thêm tiêu đề Strict-Transport-Security.',
      },
      {
        __typename: 'CheckFinding',
        code: 'NOSNIFF',
        outcome: 'PASS',
        seen: 'nosniff',
        expected: 'X-Content-Type-Options: nosniff',
        whyItMatters: 'Tệp tải lên không bị coi là mã lệnh.',
        whatToDo: 'Thêm tiêu đề.',
      },
    ],
    ...parts,
  };
}

export function makeCheck(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'ComplianceCheck',
    id: 'c1',
    kind: 'SECURITY_HEADERS',
    kindName: 'Tiêu đề bảo mật',
    why: 'Trình duyệt chỉ bảo vệ người dùng khi được máy chủ yêu cầu.',
    clause: 'TCVN 11930:2017, nhóm ứng dụng',
    maxAgeDays: 1,
    isStale: false,
    permissions: ['run'],
    target: {
      __typename: 'CheckTarget',
      host: 'mail.example',
      port: 443,
      authorisedBy: 'Biên bản 12',
      authorisedFrom: '2025-07-01',
      authorisedTo: '2026-06-30',
    },
    latestRun: makeRun(),
    runs: { __typename: 'CheckRunConnection', totalCount: 1, nodes: [makeRun()] },
    ...parts,
  };
}

export function makeSystem(parts: Record<string, unknown> = {}) {
  return {
    __typename: 'InformationSystem',
    id: 's1',
    code: 'THU',
    name: 'Thư điện tử công vụ',
    nameEn: 'Official mail',
    type: 'INTERNAL_PROCESSING',
    level: 3,
    approvedLevel: null,
    description: null,
    dataSubjects: null,
    inUseSince: null,
    version: 1,
    permissions: [],
    owner: madeUnits.science,
    operator: null,
    supervisor: madeUnits.police,
    dossier: makeDossier(),
    dossiers: [],
    checks: [],
    ...parts,
  };
}
