export const en = {
  'tree.label': 'Tree of units',
  'tree.asOf': 'As of',
  'tree.bloc': 'Bloc',
  'bloc.PARTY': 'Party bloc',
  'bloc.GOVERNMENT': 'Government bloc',
} as const;
