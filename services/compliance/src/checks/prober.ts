// Erasable-only TypeScript. This process has no database address, no key and no token: it gets a target, asks it and
// tells what it saw. Only the service that started it writes.
import type { ProbePolicy } from './address-guard.ts';
import type { ProbeResult } from './check-kind.ts';
import { type ProbeTarget, probe } from './probe.ts';

export interface WorkOrder {
  claim: string;
  target: ProbeTarget;
  policy: ProbePolicy;
}

export interface WorkResult {
  claim: string;
  result: ProbeResult;
}

process.on('message', (order: WorkOrder) => {
  void probe(order.target, { policy: order.policy }).then((result) => {
    process.send?.({ claim: order.claim, result } satisfies WorkResult);
  });
});

process.once('disconnect', () => process.exit(0));
