import { registerEnumType } from 'type-graphql';

export enum Bloc {
  PARTY = 'PARTY',
  GOVERNMENT = 'GOVERNMENT',
}

registerEnumType(Bloc, { name: 'Bloc', description: 'Which portal a unit uses (khối Đảng, khối chính quyền).' });
