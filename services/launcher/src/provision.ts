/**
 * `pnpm provision FOLDER`: prepares a production instance on a PostgreSQL of your own. It makes schemas and roles, draws the secrets once, and
 * writes one environment file per process for the host's supervisor. Run again, it keeps the secrets and renews the files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from './database.ts';
import { type Layout, readLayout, Sentence } from './layout.ts';
import { type Addresses, moduleRegistry, programs } from './programs.ts';
import { readSecrets } from './secrets.ts';

try {
  await provision();
} catch (fault) {
  console.error(fault instanceof Sentence ? fault.message : fault);
  process.exitCode = 1;
}

async function provision(): Promise<void> {
  const [folder] = process.argv.slice(2).filter((word) => word !== '--');
  if (!folder) throw new Sentence('Name a folder for the environment files: pnpm provision /etc/lienthong');
  const wanted = ['DATABASE_URL', 'ISSUER_URL', 'PARTY_URL', 'GOVERNMENT_URL', 'MODULES_URL'];
  const missing = wanted.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Sentence(`Set ${missing.join(', ')} first; docs/operations.md says what each is.`);

  const layout: Layout = { ...readLayout(), data: resolve(folder) };
  mkdirSync(layout.data, { recursive: true });
  // Real time unless BUSINESS_START says otherwise: a production instance lives in the present.
  process.env.BUSINESS_START ??= 'now';
  const secrets = readSecrets(layout.data);
  for (const name of ['party', 'government'] as const) {
    const given = process.env[`${name.toUpperCase()}_CLIENT_SECRET`];
    if (given) secrets.clientSecrets[`${name}-portal`] = given;
  }
  const database = await openDatabase(layout, secrets, () => {});
  await database.stop();

  const modules = process.env.MODULES_URL!.replace(/\/$/, '');
  const addresses: Addresses = {
    issuer: process.env.ISSUER_URL!,
    party: process.env.PARTY_URL!,
    government: process.env.GOVERNMENT_URL!,
    module: (name) => `${modules}/${name}`,
  };
  writeFileSync(join(layout.data, 'modules.json'), `${JSON.stringify(moduleRegistry(addresses), null, 2)}\n`);
  const all = programs({
    profile: 'production',
    layout,
    secrets,
    database: database.as,
    clockOffsetSeconds: database.clockOffsetSeconds,
    addresses,
  });
  for (const program of all) {
    const lines = Object.entries(program.env).map(([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'`);
    const file = join(layout.data, `${program.name.replaceAll(' ', '-')}.env`);
    writeFileSync(file, `# ${program.entry}\n${lines.join('\n')}\n`, { mode: 0o600 });
    console.log(`${file}   node ${program.entry}`);
  }
}
