import type { FollowerRole } from '../followers/follower.entity.ts';
import type { AssigneeScope } from '../tasks/assignee.entity.ts';
import type { Deadline } from '../tasks/deadline.ts';
import type { InnerDeadline } from '../tasks/task.entity.ts';
import type { Bloc } from '../units/unit.reference.ts';
import type { PlanKind } from './plan.entity.ts';

/** A plan as a value, with all that is issued with it: from the seeds, or from a reviewed document. */
export interface IssuedPlan {
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
  groups: IssuedGroup[];
  tasks: IssuedTask[];
  targets: IssuedTarget[];
  followers: IssuedFollower[];
}

export interface IssuedGroup {
  /** What its tasks call it, where codes repeat in several appendices; otherwise its code. */
  key?: string;
  code: string;
  appendix: string | null;
  title: string;
  titleEn: string;
  declaredCount: number | null;
}

export interface IssuedAssignee {
  unitId?: string;
  groupId?: string;
  externalName?: string;
  scope: AssigneeScope | null;
}

export interface IssuedTask {
  id: string;
  appendix: string | null;
  section: string | null;
  groupCode: string | null;
  number: string | null;
  ordinal: number;
  title: string;
  titleEn: string;
  leadUnits: IssuedAssignee[];
  coordinatingUnits: IssuedAssignee[];
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

export interface IssuedTarget {
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

export interface IssuedFollower {
  unitId: string;
  groupCodes: string[] | null;
  blocs: Bloc[];
  role: FollowerRole;
  theme: string | null;
}
