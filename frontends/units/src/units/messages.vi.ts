export const vi = {
  'tree.label': 'Cây đơn vị',
  'tree.asOf': 'Tại ngày',
  'tree.bloc': 'Khối',
  'bloc.PARTY': 'Khối Đảng',
  'bloc.GOVERNMENT': 'Khối chính quyền',
} as const;
