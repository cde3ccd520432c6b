import { moduleConfig } from '@lienthong/frontend-kit/federation/module-preset.ts';

export default moduleConfig({ name: 'units', folder: import.meta.dirname });
