import { CreateSessions1763700000000 } from './migrations/1763700000000-create-sessions.ts';

export const migrations = [CreateSessions1763700000000];
