export const vi = { title: 'Cổng khối Đảng' } as const;
