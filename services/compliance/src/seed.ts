import { runMain } from '@lienthong/kit/config';
import { readSeedConfig } from './config.ts';
import { fetchHierarchy, seedDemonstration } from './seeding/seed-database.ts';

// A register begins empty: without --demonstration there is nothing to put into it.
await runMain(async () => {
  const config = readSeedConfig(process.env);
  const seeded = process.argv.includes('--demonstration')
    ? await seedDemonstration(config.url, await fetchHierarchy(config.unitsUrl, config.signingKey), config.targetPort)
    : null;
  process.stdout.write(`${JSON.stringify({ service: 'compliance', seeded })}\n`);
});
