import { registerEnumType } from 'type-graphql';

export const Bloc = { PARTY: 'PARTY', GOVERNMENT: 'GOVERNMENT' } as const;
export type Bloc = keyof typeof Bloc;

registerEnumType(Bloc, {
  name: 'Bloc',
  description: 'Which side of the political system a unit belongs to (khối Đảng, khối chính quyền).',
  valuesConfig: {
    PARTY: { description: 'The Party bloc (khối Đảng).' },
    GOVERNMENT: { description: 'The government bloc (khối chính quyền).' },
  },
});
