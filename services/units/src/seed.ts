import { runMain } from '@lienthong/kit/config';
import { readSeedConfig } from './config.ts';
import { seedDatabase } from './seeding/seed-database.ts';

await runMain(async () => {
  const { url } = readSeedConfig(process.env);
  const seeded = await seedDatabase(url, { demonstration: process.argv.includes('--demonstration') });
  process.stdout.write(`${JSON.stringify({ service: 'units', seeded })}\n`);
});
