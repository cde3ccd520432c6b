import r2016 from './r2016.json' with { type: 'json' };
import r2026 from './r2026.json' with { type: 'json' };
import type { CountedIn } from './working-day.ts';

export type Body = 'SPECIALISED_UNIT' | 'OWNER' | 'MINISTRY' | 'PRIME_MINISTER';

export interface Limit {
  days: number;
  countedIn: CountedIn;
}

export interface LevelRow {
  level: number;
  appraiser: Body;
  approver: Body;
  externalAppraiser: boolean;
  appraisal: Limit | null;
  approval: Limit | null;
  source: string;
}

export interface LegalRegime {
  key: string;
  name: string;
  nameEn: string;
  instruments: string[];
  opensFrom: string;
  /** First day on which a new dossier no longer falls under this regime. */
  opensUntil: string | null;
  /** Last day on which a dossier begun under this regime may be approved under it. */
  approvesUntil: string | null;
  approvesUntilSource: string | null;
  /** The article that lets no system be put to use without an approved level; null where none is held here. */
  goesLiveOnlyApproved: string | null;
  completeness: (Limit & { source: string }) | null;
  levels: LevelRow[];
  leastLevels: Record<string, { level: number; source: string }>;
  clauses: Record<string, string>;
}

// The files are data under review; their shape is held by legal-regime.test.ts.
const regimes = [r2016, r2026] as LegalRegime[];

export function allRegimes(): readonly LegalRegime[] {
  return regimes;
}

export function regimeOn(date: string): LegalRegime {
  const found = regimes.find((one) => one.opensFrom <= date && (one.opensUntil === null || date < one.opensUntil));
  if (!found) throw new Error(`No legal regime is known for ${date}`);
  return found;
}

export function getRegime(key: string): LegalRegime {
  const found = regimes.find((one) => one.key === key);
  if (!found) throw new Error(`No legal regime is called ${key}`);
  return found;
}

export function levelRow(regime: LegalRegime, level: number): LevelRow {
  const found = regime.levels.find((row) => row.level === level);
  if (!found) throw new Error(`${regime.key} has no level ${level}`);
  return found;
}

export function leastLevel(regime: LegalRegime, systemType: string): { level: number; source: string } {
  return regime.leastLevels[systemType] ?? { level: 1, source: regime.name };
}

export function mayApproveUnder(regime: LegalRegime, date: string): boolean {
  return regime.approvesUntil === null || date <= regime.approvesUntil;
}
