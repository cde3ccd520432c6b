// Made rows for tests: the shapes of the graph, units of Thanh Hóa.

const named = (id: string, name: string, shortName: string, nameEn: string) => ({
  __typename: 'Unit',
  id,
  name,
  shortName,
  nameEn,
});

export const madeUnits = {
  committee: named('38.ubnd', 'Ủy ban nhân dân tỉnh Thanh Hóa', 'UBND tỉnh', 'Provincial People’s Committee'),
  science: named('38.skhcn', 'Sở Khoa học và Công nghệ', 'Sở KH&CN', 'Department of Science and Technology'),
  home: named('38.snv', 'Sở Nội vụ', 'Sở Nội vụ', 'Department of Home Affairs'),
  court: named('38.toaan', 'Tòa án nhân dân tỉnh Thanh Hóa', 'Tòa án tỉnh', 'Provincial People’s Court'),
};

/** The science department as its administrator sees it: nothing below it, nobody in it, no tasks, reports or systems. */
export function makeUnit(parts: Record<string, unknown> = {}) {
  return {
    ...madeUnits.science,
    code: 'TH.SKHCN',
    aliases: [],
    bloc: 'GOVERNMENT',
    tier: 'PROVINCE',
    kind: 'DEPARTMENT',
    kindName: 'Sở',
    validFrom: '2025-03-01',
    validTo: null,
    version: 3,
    mayManage: true,
    ancestors: [madeUnits.committee],
    territory: { __typename: 'AdministrativeUnit', id: '38', name: 'Tỉnh Thanh Hóa', nameEn: 'Thanh Hóa Province' },
    children: { __typename: 'UnitConnection', totalCount: 0, nodes: [] },
    successors: [],
    predecessors: [],
    history: [],
    people: [],
    taskFigures: {
      __typename: 'TaskFigures',
      total: 0,
      completed: 0,
      completedLate: 0,
      inProgress: 0,
      atRisk: 0,
      overdue: 0,
      notDue: 0,
    },
    tasks: { __typename: 'TaskConnection', totalCount: 0, nodes: [] },
    reportsOwed: { __typename: 'ReportObligationConnection', totalCount: 0, nodes: [] },
    complianceFigures: null,
    systems: { __typename: 'InformationSystemConnection', totalCount: 0, nodes: [] },
    ...parts,
  };
}

export function makeTree() {
  const { committee, science, home, court } = madeUnits;
  const node = (unit: typeof science, parentId: string | null, bloc: string | null = 'GOVERNMENT') => ({
    __typename: 'UnitTreeNode',
    id: unit.id,
    parentId,
    childCount: 0,
    depth: parentId ? 1 : 0,
    unit: { ...unit, code: unit.id.toUpperCase(), bloc, kindName: 'Sở', validFrom: '2025-03-01', validTo: null },
  });
  return [node(court, null, null), node(committee, null), node(science, committee.id), node(home, committee.id)];
}
