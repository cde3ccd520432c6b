/** `pnpm check`: everything that needs no database and no browser. */
import { checkSteps } from './check-steps.ts';
import { runSteps } from './steps.ts';

const { passed, failed } = await runSteps(checkSteps);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
