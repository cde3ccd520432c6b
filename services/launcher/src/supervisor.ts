/** Starts programs, waits until each says it is ready, and ends all of them together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Layout, root, Sentence, url } from './layout.ts';
import { writeRecord } from './leftovers.ts';
import { runToEnd } from './one-off.ts';
import type { Program } from './programs.ts';

const readyWithinMs = 60_000;
const drainMs = 12_000;
/** A program that dies more often than this within a minute is not saved by another start. */
const restartsPerMinute = 3;

interface Running {
  program: Program;
  child: ChildProcess;
  restarts: number[];
  /** The end of what it said, for the sentence about why it does not run. */
  said: string;
}

/** A start that goes on while the instance is being ended: nothing to tell anybody. */
export class Ending extends Error {}

export class Supervisor {
  private readonly running = new Map<string, Running>();
  private readonly layout: Layout;
  private readonly onEnd: (reason: string) => void;
  private ending = false;

  /** `onEnd` is called once when a program ended in a way that ends the instance. */
  constructor(layout: Layout, onEnd: (reason: string) => void) {
    this.layout = layout;
    this.onEnd = onEnd;
    mkdirSync(join(layout.data, 'logs'), { recursive: true });
  }

  async start(program: Program): Promise<void> {
    this.launch(program, []);
    await this.ready(program);
  }

  async stop(): Promise<void> {
    this.ending = true;
    const waves = [...new Set([...this.running.values()].map(({ program }) => program.wave))].sort((a, b) => b - a);
    for (const wave of waves) {
      await Promise.all(
        [...this.running.values()].filter(({ program }) => program.wave === wave).map(({ child }) => end(child)),
      );
    }
  }

  private launch(program: Program, restarts: number[]): void {
    if (this.ending) throw new Ending();
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, program.entry)], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', TZ: process.env.TZ ?? 'UTC', ...program.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own: Ctrl-C reaches the launcher alone, which ends the programs in order.
      detached: true,
    });
    const log = createWriteStream(join(this.layout.data, 'logs', `${program.name.replaceAll(' ', '-')}.log`), {
      flags: restarts.length > 0 ? 'a' : 'w',
    });
    child.stdout!.pipe(log, { end: false });
    child.stderr!.pipe(log, { end: false });
    const entry: Running = { program, child, restarts, said: '' };
    child.stderr!.on('data', (chunk: Buffer) => (entry.said = (entry.said + chunk).slice(-2_000)));
    // Not `exit`: its last words may come after it.
    child.once('close', (code, signal) => this.ended(entry, code, signal));
    this.running.set(program.name, entry);
    this.record();
  }

  private ended(entry: Running, code: number | null, signal: NodeJS.Signals | null): void {
    const { program } = entry;
    if (this.ending) return;
    // A program that was asked to end, by whomever, ends the instance; one that broke is started again.
    if (code === 0 || signal === 'SIGTERM' || signal === 'SIGINT' || signal === 'SIGHUP') {
      this.onEnd(`${program.name} was asked to stop`);
      return;
    }
    if (code === 78) {
      this.onEnd(`${program.name} cannot start: ${oneLine(entry.said)}`);
      return;
    }
    const recent = entry.restarts.filter((at) => Date.now() - at < 60_000);
    if (recent.length >= restartsPerMinute) {
      this.onEnd(`${program.name} does not stay up (see ${this.logFile(program)})`);
      return;
    }
    setTimeout(() => {
      if (!this.ending) this.launch(program, [...recent, Date.now()]);
    }, 200);
  }

  private async ready(program: Program): Promise<void> {
    const deadline = Date.now() + readyWithinMs;
    for (;;) {
      if (this.ending) throw new Ending();
      if (program.port === null) return;
      const answer = await fetch(`${url(this.layout, program.port)}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > deadline) {
        throw new Sentence(`${program.name} was not ready within 60 s; its log is ${this.logFile(program)}.`);
      }
      await new Promise((done) => setTimeout(done, 60));
    }
  }

  private logFile(program: Program): string {
    return join(this.layout.data, 'logs', `${program.name.replaceAll(' ', '-')}.log`);
  }

  private record(): void {
    const running = [...this.running.values()];
    writeRecord(
      this.layout,
      running.map(({ program, child }) => ({ name: program.name, pid: child.pid! })),
    );
  }
}

const oneLine = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .slice(-6)
    .join(' ');

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), drainMs);
  await exited;
  clearTimeout(timer);
}

/** Runs a program once to its end (a migration, a seed); its last words become the sentence when it fails. */
export async function runOnce(name: string, entry: string, args: string[], env: Record<string, string>): Promise<void> {
  const { code, said } = await runToEnd(['--enable-source-maps', join(root, entry), ...args], {
    PATH: process.env.PATH ?? '',
    TZ: process.env.TZ ?? 'UTC',
    ...env,
  });
  if (code !== 0) throw new Sentence(`${name} failed: ${said.trim().split('\n').slice(-8).join('\n  ')}`);
}
