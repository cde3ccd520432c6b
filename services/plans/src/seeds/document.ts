import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FollowerRole } from '../followers/follower.entity.ts';
import type { PlanKind } from '../plans/plan.entity.ts';
import type { AssigneeScope } from '../tasks/assignee.entity.ts';
import type { Deadline } from '../tasks/deadline.ts';
import type { InnerDeadline } from '../tasks/task.entity.ts';
import type { Bloc } from '../units/unit.reference.ts';

/** The part of `seeds/documents/*.json` that this service loads; the reporting regimes are another's. */
export interface SeedDocument {
  id: string;
  number: string | null;
  kind: PlanKind;
  title: string;
  titleEn: string;
  issuedOn: string | null;
  effectiveFrom: string;
  issuerUnitId: string | null;
  issuerName: string;
  provinceId: string;
  bloc: Bloc;
  citation: string;
  note: string | null;
  implements: { number: string; issuedOn: string | null; issuerName: string | null; planId: string | null }[];
  groups: SeedGroup[];
  tasks: SeedTask[];
  targets: SeedTarget[];
  followers: SeedFollower[];
}

export interface SeedGroup {
  code: string;
  appendix: string | null;
  title: string;
  titleEn: string;
  declaredCount: number | null;
}

export interface SeedAssignee {
  unitId?: string;
  groupId?: string;
  externalName?: string;
  scope: AssigneeScope | null;
}

export interface SeedTask {
  id: string;
  appendix: string | null;
  section: string | null;
  groupCode: string | null;
  number: string | null;
  ordinal: number;
  title: string;
  titleEn: string;
  leadUnits: SeedAssignee[];
  coordinatingUnits: SeedAssignee[];
  deadline: Deadline;
  innerDeadlines: InnerDeadline[];
  expectedResult: string | null;
  expectedResultKind: string | null;
  basis: string | null;
  parts: string[];
  themes?: string[];
  damaged: boolean;
  damageNote: string | null;
  sameAs: string | null;
}

export interface SeedTarget {
  id: string;
  title: string;
  titleEn: string;
  measure: string;
  threshold: number;
  unitOfCount: string | null;
  dueOn: string | null;
  groupId: string | null;
  exclusion: string | null;
  source: string;
}

export interface SeedFollower {
  unitId: string;
  groupCodes: string[] | null;
  blocs: Bloc[];
  role: FollowerRole;
  theme: string | null;
}

export function readDocuments(): SeedDocument[] {
  const folder = new URL('./documents/', import.meta.resolve('@lienthong/seeds/package.json'));
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')) as SeedDocument);
}
