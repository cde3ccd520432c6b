import { moduleConfig } from '@lienthong/frontend-kit/federation/module-preset.ts';

export default moduleConfig({ name: 'reporting', folder: import.meta.dirname });
