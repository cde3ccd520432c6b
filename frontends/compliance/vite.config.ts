import { moduleConfig } from '@lienthong/frontend-kit/federation/module-preset.ts';

export default moduleConfig({ name: 'compliance', folder: import.meta.dirname });
