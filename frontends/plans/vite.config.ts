import { moduleConfig } from '@lienthong/frontend-kit/federation/module-preset.ts';

export default moduleConfig({ name: 'plans', folder: import.meta.dirname });
