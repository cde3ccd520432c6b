import { portalConfig } from '@lienthong/frontend-kit/federation/portal-preset.ts';

export default portalConfig({ name: 'government', folder: import.meta.dirname });
