import type { PortalDefinition } from '@lienthong/frontend-kit/portal/portal-definition.ts';

export const portal: PortalDefinition = {
  name: 'government',
  bloc: 'GOVERNMENT',
  title: { vi: 'Cổng khối chính quyền', en: 'Government portal' },
};
