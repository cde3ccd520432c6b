import { CreateIssuerState1763000000000 } from '../migrations/1763000000000-create-issuer-state.ts';

export const migrations = [CreateIssuerState1763000000000];
