import { migrateMain } from '@lienthong/kit/migrate';
import { migrations } from './service.ts';

await migrateMain('compliance', migrations);
