import type { PortalDefinition } from '@lienthong/frontend-kit/portal/portal-definition.ts';

export const portal: PortalDefinition = {
  name: 'party',
  bloc: 'PARTY',
  title: { vi: 'Cổng khối Đảng', en: 'Party portal' },
};
