import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Account {
  id: string;
  login: string;
  displayName: string;
  displayNameEn: string;
  memberships: { unitId: string; role: string; provinceId: string }[];
}

/** The demonstration accounts, named by role and unit; who holds which role is known to `units`, not here. */
export function readAccounts(): Account[] {
  const file = createRequire(import.meta.url).resolve('@lienthong/seeds/people/accounts.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Account[];
}

export interface AccountGroup {
  key: 'PARTY' | 'GOVERNMENT' | 'OTHER_PROVINCES' | 'NONE';
  accounts: Account[];
}

interface Organisation {
  id: string;
  bloc: string | null;
  provinceId: string;
}

/** For the list on the sign-in page: the first province by bloc, then the others, then those without a unit. */
export function groupAccounts(accounts: readonly Account[]): AccountGroup[] {
  const file = createRequire(import.meta.url).resolve('@lienthong/seeds/units/organisations.json');
  const blocs = new Map((JSON.parse(readFileSync(file, 'utf8')) as Organisation[]).map((unit) => [unit.id, unit.bloc]));
  const home = accounts.find((account) => account.memberships.length > 0)?.memberships[0]?.provinceId;
  const keyOf = ({ memberships: [first] }: Account): AccountGroup['key'] => {
    if (!first) return 'NONE';
    if (first.provinceId !== home) return 'OTHER_PROVINCES';
    // Communes are not in the list of organisations; their ids end in what they are.
    const isParty = blocs.get(first.unitId) === 'PARTY' || first.unitId.endsWith('.du');
    return isParty ? 'PARTY' : 'GOVERNMENT';
  };
  return (['PARTY', 'GOVERNMENT', 'OTHER_PROVINCES', 'NONE'] as const)
    .map((key) => ({ key, accounts: accounts.filter((account) => keyOf(account) === key) }))
    .filter((group) => group.accounts.length > 0);
}
