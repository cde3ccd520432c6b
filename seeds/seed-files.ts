import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = import.meta.dirname;

export type Bloc = 'PARTY' | 'GOVERNMENT';

export interface Organisation {
  id: string;
  code: string;
  name: string;
  bloc: Bloc | null;
  tier: string;
  kind: string;
  parentId: string | null;
  provinceId: string;
  validFrom: string;
}

export interface Group {
  id: string;
  rule: { kinds: string[]; tiers: string[]; blocs: string[] } | null;
}

export interface Account {
  id: string;
  login: string;
  memberships: { unitId: string; role: string; provinceId: string }[];
}

export interface Assignee {
  unitId?: string;
  groupId?: string;
  externalName?: string;
}

export interface Task {
  id: string;
  groupCode: string;
  ordinal: number;
  title: string;
  leadUnits: Assignee[];
  coordinatingUnits: Assignee[];
  deadline: { kind: string; dueOn: string | null; cadence: string | null; thenOngoing: boolean };
  innerDeadlines: { dueOn: string | null }[];
  damaged: boolean;
  damageNote: string | null;
  sameAs: string | null;
}

export interface Regime {
  id: string;
  planId: string;
  cadence: string;
  dueTime: string | null;
  dueWeekday: number | null;
  dueDay: number | null;
  dueOn: string | null;
  recipientUnitId: string | null;
  recipientName: string | null;
  reporters: Assignee[];
}

export interface Document {
  id: string;
  provinceId: string;
  effectiveFrom: string;
  issuerUnitId: string;
  implements: { planId: string | null }[];
  groups: { code: string; declaredCount: number | null }[];
  tasks: Task[];
  regimes: Regime[];
  targets: { id: string; groupId: string | null; dueOn: string }[];
  followers: { unitId: string; groupCodes: string[] | null }[];
}

export const text = (path: string): string => readFileSync(join(root, path), 'utf8');
export const json = <T>(path: string): T => JSON.parse(text(path)) as T;

export const documentFiles = readdirSync(join(root, 'documents')).map((name) => `documents/${name}`);
export const dataFiles = [...documentFiles, 'units/organisations.json', 'units/groups.json', 'people/accounts.json'];

export const organisations = json<Organisation[]>('units/organisations.json');
export const groups = json<Group[]>('units/groups.json');
export const accounts = json<Account[]>('people/accounts.json');
export const documents = documentFiles.map((path) => json<Document>(path));

export function documentOf(id: string): Document {
  const found = documents.find((document) => document.id === id);
  if (!found) throw new Error(`No document ${id}`);
  return found;
}
