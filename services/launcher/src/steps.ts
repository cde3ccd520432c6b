/** A step of a check: a command that either passes or shows why it did not. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './layout.ts';

export interface Outcome {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

const bin = (name: string): string => join(root, 'node_modules', name);

/** A command of one verdict counts as one test. */
export function command(name: string, script: string, args: string[]): Step {
  return {
    name,
    run: async () => {
      const { code, said } = await execute([script, ...args]);
      if (code !== 0) console.log(said.trim());
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** A vitest run counts its own tests; a run that breaks before it counts is one failure. */
export function vitest(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Step {
  return {
    name,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lienthong-test-'));
      const report = join(folder, 'report.json');
      try {
        const { code } = await execute(
          [
            bin('vitest/vitest.mjs'),
            'run',
            ...args,
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${report}`,
          ],
          env,
          'show',
        );
        if (!existsSync(report)) return { passed: 0, failed: 1 };
        const counted = JSON.parse(readFileSync(report, 'utf8')) as {
          numPassedTests: number;
          numFailedTests: number;
          numFailedTestSuites: number;
        };
        const failed = counted.numFailedTests + (counted.numFailedTests === 0 && code !== 0 ? 1 : 0);
        return { passed: counted.numPassedTests, failed };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function execute(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  output: 'show' | 'keep' = 'keep',
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
      if (output === 'show') process.stdout.write(chunk);
    });
  }
  return new Promise((done) => child.once('exit', (code) => done({ code, said })));
}

export async function runSteps(steps: Step[]): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 };
  for (const step of steps) {
    const begun = Date.now();
    let outcome: Outcome;
    try {
      outcome = await step.run();
    } catch (fault) {
      console.log(fault instanceof Error ? fault.message : fault);
      outcome = { passed: 0, failed: 1 };
    }
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
  return total;
}
