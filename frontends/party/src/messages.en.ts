export const en = { title: 'Party portal' } as const;
