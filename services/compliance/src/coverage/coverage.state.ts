import type { ComplianceFigures } from './coverage.types.ts';

export type Standing = 'GOOD' | 'ATTENTION' | 'BAD' | 'NONE';
export const duties = ['SYSTEMS', 'LEVEL', 'DOSSIER', 'CERTIFICATE', 'HEADERS', 'FRESHNESS'] as const;
export type Duty = (typeof duties)[number];

/** What the database counts for one unit. */
export interface UnitFacts {
  unitId: string;
  figures: ComplianceFigures;
  /** The bloc whose plans order a registered and approved network for every unit. */
  mustHaveSystems: boolean;
  pendingDossiers: number;
  draftDossiers: number;
  redeterminations: number;
  certificateChecks: number;
  certificateFails: number;
  certificateUnknowns: number;
  headerChecks: number;
  headerFails: number;
  headerUnknowns: number;
  checks: number;
}

export interface Judged {
  duty: Duty;
  standing: Standing;
  /** Key of the word in coverage.vi.ts and coverage.en.ts. */
  word: string;
  count: number;
}

const rank: Record<Standing, number> = { BAD: 0, ATTENTION: 1, GOOD: 2, NONE: 3 };

export function judge(facts: UnitFacts): Judged[] {
  const { figures } = facts;
  const none = figures.systems === 0;
  const cells: Judged[] = [
    none
      ? { duty: 'SYSTEMS', standing: facts.mustHaveSystems ? 'BAD' : 'NONE', word: 'NOT_REGISTERED', count: 0 }
      : { duty: 'SYSTEMS', standing: 'GOOD', word: 'REGISTERED', count: figures.systems },
    level(facts),
    dossier(facts),
    probed('CERTIFICATE', facts.certificateChecks, facts.certificateFails, facts.certificateUnknowns),
    probed('HEADERS', facts.headerChecks, facts.headerFails, facts.headerUnknowns),
    facts.checks === 0
      ? { duty: 'FRESHNESS', standing: 'NONE', word: 'NO_CHECKS', count: 0 }
      : figures.staleChecks === 0
        ? { duty: 'FRESHNESS', standing: 'GOOD', word: 'FRESH', count: facts.checks }
        : { duty: 'FRESHNESS', standing: 'ATTENTION', word: 'STALE', count: figures.staleChecks },
  ];
  // A stable sort: duties of equal standing stay in their order.
  return cells.sort((one, other) => rank[one.standing] - rank[other.standing]);
}

function level({ figures }: UnitFacts): Judged {
  const missing = figures.systems - figures.approvedDossiers;
  if (figures.systems === 0) return { duty: 'LEVEL', standing: 'NONE', word: 'NOTHING_TO_APPROVE', count: 0 };
  if (missing === 0) return { duty: 'LEVEL', standing: 'GOOD', word: 'ALL_APPROVED', count: figures.systems };
  return { duty: 'LEVEL', standing: 'BAD', word: 'NOT_APPROVED', count: missing };
}

function dossier({ figures, pendingDossiers, draftDossiers, redeterminations }: UnitFacts): Judged {
  if (figures.systems === 0) return { duty: 'DOSSIER', standing: 'NONE', word: 'NO_DOSSIER', count: 0 };
  if (draftDossiers > 0) return { duty: 'DOSSIER', standing: 'BAD', word: 'BEING_WRITTEN', count: draftDossiers };
  if (redeterminations > 0)
    return { duty: 'DOSSIER', standing: 'ATTENTION', word: 'TO_REDETERMINE', count: redeterminations };
  if (pendingDossiers > 0) return { duty: 'DOSSIER', standing: 'ATTENTION', word: 'UNDER_WAY', count: pendingDossiers };
  return { duty: 'DOSSIER', standing: 'GOOD', word: 'DONE', count: figures.systems };
}

function probed(duty: Duty, checks: number, fails: number, unknowns: number): Judged {
  if (checks === 0) return { duty, standing: 'NONE', word: 'NOT_CHECKED', count: 0 };
  if (fails > 0) return { duty, standing: 'BAD', word: 'FAILED', count: fails };
  if (unknowns > 0) return { duty, standing: 'ATTENTION', word: 'UNKNOWN', count: unknowns };
  return { duty, standing: 'GOOD', word: 'PASSED', count: checks };
}
