import type { MigrationClass } from '@lienthong/kit/database';
import { CreateOperations1763700000000 } from '../migrations/1763700000000-create-operations.ts';

export const migrations: readonly MigrationClass[] = [CreateOperations1763700000000];
