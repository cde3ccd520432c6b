import { migrateMain } from '@lienthong/kit/migrate';
import { migrations } from './migrations.ts';

await migrateMain('portal', migrations);
