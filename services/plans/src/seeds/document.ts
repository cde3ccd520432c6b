import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IssuedPlan } from '../plans/issued-plan.ts';

/** The part of `seeds/documents/*.json` that this service loads; the reporting regimes are another's. */
export function readDocuments(): IssuedPlan[] {
  const folder = new URL('./documents/', import.meta.resolve('@lienthong/seeds/package.json'));
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')) as IssuedPlan);
}
