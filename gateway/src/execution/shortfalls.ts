import { describeFailure, type RawError, refusalError, relocatedError } from '../errors.ts';
import { isObject, type JsonObject } from './json-object.ts';
import type { Explain, Run } from './run.ts';

// A field that may not be null cannot be left out silently: GraphQL takes its object away, and the client must read why. A service that answers
// `null` for an entity has decided that whoever asks does not get to see it, or does not know it; both read NOT_FOUND, so that nobody learns
// from the difference what exists. Where every field asked may be null, the entity stays with its key and nulls, and there is no error.

/** Objects of the answer that wait for entities of a service. */
export interface WaitingTargets {
  readonly alias: string;
  readonly targets: readonly JsonObject[];
  /** Positions of the targets, by the index of the representation they wait for. */
  readonly waiting: ReadonlyMap<number, readonly number[]>;
}

/** The service gave no answer: all that waited for it lack what it knows. */
export function noteFailure(run: Run, service: string, group: WaitingTargets): void {
  const failure = run.failures.get(service);
  if (failure)
    for (const index of group.waiting.keys()) note(run, group, index, (path) => describeFailure(failure, path));
}

/** The service answered: what it refused by name, and what it left out without a word. */
export function noteShortfalls(
  run: Run,
  service: string,
  group: WaitingTargets,
  entities: readonly unknown[],
  errors: readonly RawError[],
): void {
  for (const index of group.waiting.keys()) {
    const isMissing = !isObject(entities[index]);
    if (!isMissing && errors.length === 0) continue;
    const said = errors.find((error) => isAbout(error, group.alias, index, isMissing));
    if (said) note(run, group, index, (path) => relocatedError(said, service, path));
    else if (isMissing)
      note(run, group, index, (path) => refusalError('NOT_FOUND', 'ENTITY_NOT_SHOWN', { service }, path));
  }
}

/** An error without a place speaks of the whole request. */
function isAbout({ path }: RawError, alias: string, index: number, isMissing: boolean): boolean {
  if (!Array.isArray(path) || path.length < 2) return isMissing;
  return path[0] === alias && path[1] === index;
}

/** The first reason stands: what comes after it often follows from it. */
function note(run: Run, { targets, waiting }: WaitingTargets, index: number, explain: Explain): void {
  for (const position of waiting.get(index) ?? []) {
    const target = targets[position];
    if (target && !run.shortfalls.has(target)) run.shortfalls.set(target, explain);
  }
}
