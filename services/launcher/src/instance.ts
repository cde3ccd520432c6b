/** What a newcomer needs to use the running instance: addresses, accounts and an integrator's credentials. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Layout, publicUrl, root, url } from './layout.ts';
import { type Instance, tokenAudience } from './programs.ts';

interface Account {
  id: string;
  login: string;
  displayName: string;
  memberships: { unitId: string; role: string }[];
}

export interface Description {
  text: string;
  json: object;
}

export function describeInstance({ profile, layout, secrets, clockOffsetSeconds }: Instance): Description {
  if (profile !== 'demonstration') throw new Error('Only a demonstration has accounts to tell of.');
  const accounts = JSON.parse(readFileSync(join(root, 'seeds/people/accounts.json'), 'utf8')) as Account[];
  const integrator = {
    clientId: 'integrator-demo',
    clientSecret: secrets.clientSecrets['integrator-demo']!,
    tokenEndpoint: `${publicUrl(layout, 'identity')}/token`,
    resource: tokenAudience,
    scope: 'units:read plans:read reporting:read compliance:read',
  };
  const json = {
    data: layout.data,
    portals: { party: publicUrl(layout, 'party'), government: publicUrl(layout, 'government') },
    graph: `${url(layout, 'gateway')}/graphql`,
    issuer: publicUrl(layout, 'identity'),
    demonstrationTarget: { host: 'localhost', port: layout.ports.demonstrationTarget },
    clockOffsetSeconds,
    password: secrets.accountPassword,
    accounts: accounts.map(({ login, displayName, memberships }) => ({ login, displayName, memberships })),
    integrator,
    limitedIntegrator: {
      ...integrator,
      clientId: 'integrator-plans',
      clientSecret: secrets.clientSecrets['integrator-plans']!,
      scope: 'units:read plans:read',
    },
  };
  const width = Math.max(...accounts.map(({ login }) => login.length));
  const text = [
    `  Party portal        ${json.portals.party}`,
    `  Government portal   ${json.portals.government}`,
    `  Graph               ${json.graph}`,
    '',
    `  Demonstration accounts (password for all: ${json.password})`,
    ...accounts.map(({ login, displayName }) => `    ${login.padEnd(width)}  ${displayName}`),
    '',
    `  Integrator          ${integrator.clientId} (secret in ${join(layout.data, 'instance.json')})`,
    '',
    '  Ctrl-C or `pnpm stop` ends it and keeps the data; `pnpm start --fresh` begins again.',
  ].join('\n');
  return { text, json };
}

export function writeInstance(layout: Layout, description: Description): void {
  const file = join(layout.data, 'instance.json');
  writeFileSync(file, `${JSON.stringify(description.json, null, 2)}\n`, { mode: 0o600 });
}
