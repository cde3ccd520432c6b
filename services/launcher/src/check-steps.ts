/** What `pnpm check` looks at in seconds: form, types, boundaries and the reviewed schema files. */
import { buildServices } from './build.ts';
import { command, type Step } from './steps.ts';

const frontends = ['kit', 'plans', 'units', 'reporting', 'compliance', 'party', 'government'];

export const checkSteps: Step[] = [
  command('formatting and lint', 'node_modules/@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
    '--colors=off',
    '.',
  ]),
  {
    name: 'types of services, gateway and tests',
    run: async () => {
      await buildServices();
      return { passed: 1, failed: 0 };
    },
  },
  command('types of the operations of pages', 'frontends/kit/scripts/codegen.ts', []),
  ...frontends.map((name) =>
    command(`types of frontends/${name}`, 'node_modules/typescript/bin/tsc', ['-p', `frontends/${name}`, '--noEmit']),
  ),
  command('import boundaries', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'gateway/src',
    'services',
    'frontends',
    'e2e',
  ]),
  command('composition of the supergraph against the reviewed files', 'services/launcher/src/schema.ts', ['--check']),
];
