export const vi = {
  'module.title': 'Đơn vị',
  'units.title': 'Đơn vị',
  'unit.title': 'Chi tiết đơn vị',
} as const;
