/** `pnpm test`: everything, on a fresh machine; its last line is the count. */
import { findBrowser } from './browser.ts';
import { buildFrontends } from './build.ts';
import { checkSteps } from './check-steps.ts';
import { runSteps, type Step, vitest } from './steps.ts';

const build: Step = {
  name: 'frontends build within their budgets',
  run: async () => {
    await buildFrontends();
    return { passed: 1, failed: 0 };
  },
};

const workingDay: Step = {
  name: 'the working day in a browser',
  run: async () => {
    const browser = await findBrowser((line) => console.log(line));
    return vitest('', ['--config', 'e2e/vitest.config.ts'], { CHROMIUM: browser }).run();
  },
};

// Built first: the launcher's own tests start an instance, and so do those in the browser.
const { passed, failed } = await runSteps([...checkSteps, build, vitest('unit and integration', []), workingDay]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
