/** `pnpm start`: from whatever is there to two portals one can sign in to, in one command. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFrontends, buildServices, dataFingerprint } from './build.ts';
import { type Database, dropSchemas, openDatabase } from './database.ts';
import { describeInstance, writeInstance } from './instance.ts';
import { type Layout, type PortName, publicUrl, readLayout, Sentence, takenPorts } from './layout.ts';
import { dropRecord, endLauncher, endLeftovers, findLauncher, writeRecord } from './leftovers.ts';
import { endOneOffs } from './one-off.ts';
import { type Instance, localAddresses, moduleRegistry, type Program, programs } from './programs.ts';
import { readSecrets } from './secrets.ts';
import { runOnce, Supervisor } from './supervisor.ts';

const begun = Date.now();
const seconds = (): string => `${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s`;
const say = (line: string): void => console.log(`${seconds()}  ${line}`);

let supervisor: Supervisor | undefined;
let opening: Promise<Database> | undefined;
let claimed: Layout | undefined;
let ending = false;

async function end(reason: string, code: number): Promise<void> {
  if (ending) return;
  ending = true;
  console.log(`\n${reason}. Stopping…`);
  await endOneOffs();
  await supervisor?.stop();
  await opening?.then(
    (database) => database.stop(),
    () => {},
  );
  if (claimed) dropRecord(claimed);
  console.log('Stopped; the data is kept.');
  process.exit(code);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void end(`Received ${name}`, 0));
watchParent();

try {
  await start();
} catch (fault) {
  // What breaks because the instance is being ended is not what ended it.
  if (!ending) {
    console.error(fault instanceof Sentence ? fault.message : fault);
    if (!claimed) process.exit(1);
    await end('The start failed', 1);
  }
}

async function start(): Promise<void> {
  const layout = readLayout();
  const fresh = process.argv.includes('--fresh');
  makeDataFolder(layout);
  await clearTheWay(layout, fresh);
  writeRecord(layout, []);
  claimed = layout;

  say('building what is stale');
  await buildServices();
  const frontends = buildFrontends();
  frontends.catch(() => {});

  say(process.env.DATABASE_URL ? 'opening the database named by DATABASE_URL' : 'starting the embedded PostgreSQL');
  const secrets = readSecrets(layout.data);
  if (fresh && process.env.DATABASE_URL) await dropSchemas(process.env.DATABASE_URL);
  opening = openDatabase(layout, secrets, say);
  const database = await opening;
  database.onEnd(() => void end('PostgreSQL was asked to stop', 1));
  const instance: Instance = {
    profile: 'demonstration',
    layout,
    secrets,
    database: database.as,
    clockOffsetSeconds: database.clockOffsetSeconds,
    addresses: localAddresses(layout),
  };
  const registry = JSON.stringify(moduleRegistry(instance.addresses), null, 2);
  writeFileSync(join(layout.data, 'modules.json'), `${registry}\n`);

  supervisor = new Supervisor(layout, (reason) => void end(reason, 1));
  await startInWaves(layout, programs(instance), frontends);

  const description = describeInstance(instance);
  writeInstance(layout, description);
  say(`ready\n\n${description.text}`);
}

/** The data's fingerprint is written after every migration and seed succeeded: then the next start skips them. */
async function startInWaves(layout: Layout, all: Program[], frontends: Promise<void>): Promise<void> {
  const mark = join(layout.data, 'migrated');
  const fingerprint = `${dataFingerprint()} ${process.env.DATABASE_URL ?? 'embedded'}`;
  const current = existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint;
  const waves = [...new Set(all.map(({ wave }) => wave))].sort((a, b) => a - b);
  for (const wave of waves) {
    const members = all.filter((program) => program.wave === wave);
    if (wave >= 3) await frontends;
    await Promise.all(
      members.map(async (program) => {
        if (!current) await prepare(program);
        await supervisor!.start(program);
        say(`${program.name} is ready`);
      }),
    );
  }
  writeFileSync(mark, fingerprint);
}

async function prepare(program: Program): Promise<void> {
  if (program.migrate) await runOnce(`Migrating ${program.name}`, program.migrate, [], program.env);
  if (program.seed) await runOnce(`Seeding ${program.name}`, program.seed, ['--demonstration'], program.env);
}

async function clearTheWay(layout: Layout, fresh: boolean): Promise<void> {
  const launcher = findLauncher(layout);
  if (launcher !== null) {
    if (!fresh) {
      throw new Sentence(
        `Liên Thông is already running from ${layout.data} (process ${launcher}, ${publicUrl(layout, 'party')}); \`pnpm stop\` ends it.`,
      );
    }
    await endLauncher(layout);
  }
  const left = await endLeftovers(layout);
  if (left.length > 0) say(`cleaned up what an earlier start left: ${left.join(', ')}`);
  if (fresh) {
    await buildServices();
    const { discardEmbeddedPostgres } = await import('@lienthong/kit/embedded-postgres');
    await discardEmbeddedPostgres(join(layout.data, 'postgres'));
    rmSync(layout.data, { recursive: true, force: true });
    mkdirSync(layout.data, { recursive: true });
  }
  const wanted = (Object.keys(layout.ports) as PortName[]).filter((name) => name !== 'postgres');
  const taken = await takenPorts(layout, wanted);
  if (taken.length > 0) {
    const named = taken.map((name) => `${layout.ports[name]} (${name})`).join(', ');
    throw new Sentence(`Taken by another program: port ${named}. Free it, or choose others with PORT_BASE=5000.`);
  }
}

function makeDataFolder({ data }: Layout): void {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (fault) {
    throw new Sentence(`The data folder ${data} cannot be used: ${(fault as Error).message}.`);
  }
}

/** A signal to npx or pnpm alone does not reach this process; it sees that its parent has gone. */
function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end('The terminal that started it has gone', 0);
  }, 500).unref();
}
