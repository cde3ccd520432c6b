import { registerEnumType } from 'type-graphql';

export const Bloc = { PARTY: 'PARTY', GOVERNMENT: 'GOVERNMENT' } as const;
export type Bloc = (typeof Bloc)[keyof typeof Bloc];

registerEnumType(Bloc, {
  name: 'Bloc',
  description: 'The side of the political system a unit belongs to (khối); it decides which portal its people use.',
  valuesConfig: {
    PARTY: { description: 'Party, Front and mass organisations (khối Đảng).' },
    GOVERNMENT: { description: 'People’s councils, people’s committees and their departments (khối chính quyền).' },
  },
});

export const Tier = { CENTRAL: 'CENTRAL', PROVINCE: 'PROVINCE', COMMUNE: 'COMMUNE' } as const;
export type Tier = (typeof Tier)[keyof typeof Tier];

/** From the top down; a unit never stands below one of a lower tier. */
export const TIERS: readonly Tier[] = ['CENTRAL', 'PROVINCE', 'COMMUNE'];

registerEnumType(Tier, {
  name: 'Tier',
  description: 'The level of government a unit works at (cấp).',
  valuesConfig: {
    CENTRAL: { description: 'Central bodies (cấp trung ương).' },
    PROVINCE: { description: 'A province and its departments (cấp tỉnh).' },
    COMMUNE: { description: 'A commune, ward or special zone (cấp xã).' },
  },
});
