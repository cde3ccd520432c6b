import type { PortalDefinition } from '@lienthong/frontend-kit/portal/portal-definition.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const portal: PortalDefinition = {
  name: 'party',
  bloc: 'PARTY',
  title: { vi: vi.title, en: en.title },
};
