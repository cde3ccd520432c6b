export const vi = { title: 'Cổng khối chính quyền' } as const;
