import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from '@lienthong/kit/log';
import type { ProbePolicy } from './address-guard.ts';
import { claimNext, type QueueParts, recordResult, releaseClaim, renewClaims } from './check-queue.ts';
import type { WorkOrder, WorkResult } from './prober.ts';

export interface CheckRunner {
  /** Something may be waiting. */
  wake(): void;
  /** The probing process while there is one; for tests that end it. */
  proberPid(): number | undefined;
  stop(): Promise<void>;
}

interface Order {
  claim: string;
  overdue: NodeJS.Timeout;
}

const atOnce = 4;
const patienceMs = 15_000;
const idleMs = 60_000;
/** Finds what another process left behind; what is asked for here wakes the runner itself. */
const sweepMs = 5_000;
const renewMs = 4_000;

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const proberFile = fileURLToPath(new URL(`./prober.${extension}`, import.meta.url));

/** Feeds waiting runs to one probing process that is started when needed, replaced when lost, and ended when idle. */
export function startCheckRunner(parts: QueueParts & { log: Logger; policy: ProbePolicy }): CheckRunner {
  const { log, policy } = parts;
  const orders = new Map<string, Order>();
  let prober: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let feeding: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const startProber = (): ChildProcess => {
    // Nothing of this process's environment goes along: the prober needs no address of ours and no secret.
    // Node's permission model takes files, child processes and threads away from it as well; the network is its work.
    const readable = [fileURLToPath(new URL('../', import.meta.url)), ...(policy.extraCa ? [policy.extraCa] : [])];
    const execArgv = ['--permission', ...readable.map((path) => `--allow-fs-read=${path}`)];
    const child = fork(proberFile, { env: {}, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (message: WorkResult) => void settle(message));
    child.on('error', (error) => log.error({ err: error }, 'the probing process failed'));
    child.once('exit', (code, signal) => {
      if (prober === child) prober = undefined;
      if (stopped || orders.size === 0) return;
      log.warn({ code, signal, runs: orders.size }, 'the probing process was lost; its runs begin again');
      const lost = [...orders.values()];
      orders.clear();
      for (const order of lost) clearTimeout(order.overdue);
      void Promise.allSettled(lost.map((order) => releaseClaim(parts, order.claim))).then(wake);
    });
    return child;
  };

  const settle = async ({ claim, result }: WorkResult): Promise<void> => {
    const order = orders.get(claim);
    if (!order) return;
    clearTimeout(order.overdue);
    try {
      const recorded = await recordResult(parts, claim, result);
      log.info({ outcome: result.outcome, reason: result.reason, recorded }, 'check run finished');
    } catch (error) {
      log.error({ err: error }, 'a result could not be stored; the run begins again when its claim ends');
    }
    orders.delete(claim);
    wake();
  };

  const feed = async (): Promise<void> => {
    while (!stopped && orders.size < atOnce) {
      const run = await claimNext(parts);
      if (!run) break;
      clearTimeout(idle);
      prober ??= startProber();
      const current = prober;
      const overdue = setTimeout(() => current.kill('SIGKILL'), patienceMs);
      orders.set(run.claim, { claim: run.claim, overdue });
      const { kind, host, port } = run;
      current.send({ claim: run.claim, target: { kind, host, port }, policy } satisfies WorkOrder);
    }
    if (orders.size === 0 && prober) {
      clearTimeout(idle);
      idle = setTimeout(() => orders.size === 0 && prober?.disconnect(), idleMs);
      idle.unref();
    }
  };

  function wake(): void {
    if (stopped) return;
    if (feeding) {
      again = true;
      return;
    }
    feeding = feed()
      .catch((error: unknown) => log.error({ err: error }, 'waiting check runs could not be read'))
      .finally(() => {
        feeding = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  const sweep = setInterval(wake, sweepMs);
  sweep.unref();
  const renewal = setInterval(() => {
    if (orders.size === 0) return;
    renewClaims(parts, [...orders.keys()]).catch((error: unknown) =>
      log.warn({ err: error }, 'claims were not renewed'),
    );
  }, renewMs);
  renewal.unref();
  wake();
  return {
    wake,
    proberPid: () => prober?.pid,
    stop: async () => {
      stopped = true;
      clearInterval(sweep);
      clearInterval(renewal);
      clearTimeout(idle);
      await feeding;
      const claims = [...orders.values()];
      orders.clear();
      for (const order of claims) clearTimeout(order.overdue);
      prober?.kill('SIGKILL');
      await Promise.allSettled(claims.map((order) => releaseClaim(parts, order.claim)));
    },
  };
}
