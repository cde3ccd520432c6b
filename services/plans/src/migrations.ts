import { CreatePlans1763600000000 } from '../migrations/1763600000000-create-plans.ts';
import { CreateProgress1763600100000 } from '../migrations/1763600100000-create-progress.ts';
import { CreateWalls1763600200000 } from '../migrations/1763600200000-create-walls.ts';
import { AddOfficerNames1763600300000 } from '../migrations/1763600300000-add-officer-names.ts';
import { CreatePlanDrafts1763700000000 } from '../migrations/1763700000000-create-plan-drafts.ts';
import { IssuePlansFromDrafts1763700100000 } from '../migrations/1763700100000-issue-plans-from-drafts.ts';
import { AddHousekeeping1763800000000 } from '../migrations/1763800000000-add-housekeeping.ts';
import { HoldEvidence1763900000000 } from '../migrations/1763900000000-hold-evidence.ts';

export const migrations = [
  CreatePlans1763600000000,
  CreateProgress1763600100000,
  CreateWalls1763600200000,
  AddOfficerNames1763600300000,
  CreatePlanDrafts1763700000000,
  IssuePlansFromDrafts1763700100000,
  AddHousekeeping1763800000000,
  HoldEvidence1763900000000,
];
