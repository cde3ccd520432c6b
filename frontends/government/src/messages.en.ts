export const en = { title: 'Government portal' } as const;
