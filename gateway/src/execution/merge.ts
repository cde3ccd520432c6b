import { isObject, type JsonObject, own, setOwn } from './json-object.ts';

/**
 * Merges an answer into its target, in place. A `null` that comes later never erases a value: two subgraphs may both
 * know a field, and the one that failed must not take away what the other said. With `copy`, nothing of `source`
 * becomes part of the target, so that one entity can be given to several targets which later go separate ways.
 */
export function mergeInto(target: JsonObject, source: JsonObject, copy = false): void {
  for (const key of Object.keys(source)) {
    setOwn(target, key, mergeValue(own(target, key), source[key], copy));
  }
}

function mergeValue(existing: unknown, incoming: unknown, copy: boolean): unknown {
  if (incoming === null || incoming === undefined) return existing ?? null;
  if (Array.isArray(incoming)) {
    if (!Array.isArray(existing) || !canMergeByIndex(existing, incoming)) return copy ? copyOf(incoming) : incoming;
    for (let index = 0; index < incoming.length; index++) {
      existing[index] = mergeValue(existing[index], incoming[index], copy);
    }
    return existing;
  }
  if (isObject(incoming)) {
    if (!isObject(existing)) return copy ? copyOf(incoming) : incoming;
    mergeInto(existing, incoming, copy);
    return existing;
  }
  return incoming;
}

/** Lists of plain values with different lengths are two answers to one question: the later one stands. */
function canMergeByIndex(existing: unknown[], incoming: unknown[]): boolean {
  return existing.length === incoming.length || existing.some((item) => typeof item === 'object' && item !== null);
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, copyOf(value[key]));
  return copy;
}
