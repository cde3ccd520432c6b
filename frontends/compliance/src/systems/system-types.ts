import type { SystemType } from '../generated/graphql.ts';

export const systemTypes: readonly SystemType[] = [
  'INTERNAL_PROCESSING',
  'ONLINE_SERVICE',
  'NETWORK_INFRASTRUCTURE',
  'CONTROL_SYSTEM',
  'OTHER',
];

export const securityLevels = [1, 2, 3, 4, 5] as const;
