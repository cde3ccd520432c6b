import { parseArgs } from 'node:util';
import { runMain } from '@lienthong/kit/config';
import { readSeedConfig } from './config.ts';
import { makeFirstAdministrator } from './seeding/first-administrator.ts';

await runMain(async () => {
  const { url } = readSeedConfig(process.env);
  const { values } = parseArgs({
    options: { subject: { type: 'string' }, name: { type: 'string' }, unit: { type: 'string' } },
  });
  if (!values.subject || !values.name || !values.unit) {
    process.stderr.write('Give --subject <sub of the issuer> --name <what to show> --unit <unit id>.\n');
    process.exit(64);
  }
  const { subject, name, unit } = values;
  const said = await makeFirstAdministrator(url, { subject, name, unitId: unit });
  process.stdout.write(`${said}\n`);
});
