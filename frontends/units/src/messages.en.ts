export const en = {
  'module.title': 'Units',
  'units.title': 'Units',
  'unit.title': 'Unit details',
} as const;
