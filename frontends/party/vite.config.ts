import { portalConfig } from '@lienthong/frontend-kit/federation/portal-preset.ts';

export default portalConfig({ name: 'party', folder: import.meta.dirname });
