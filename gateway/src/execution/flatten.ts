import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isObject, type JsonObject, own } from './json-object.ts';

export type FlattenPath = readonly FlattenNodePathSegment[];
export type ResponsePath = readonly (string | number)[];
export type IsOfType = (typename: string, condition: string) => boolean;

/** The objects a flatten path leads to, in the order of the answer. */
export function targetsAt(root: JsonObject, path: FlattenPath, isOfType: IsOfType): JsonObject[] {
  const targets: JsonObject[] = [];
  walk(root, path, 0, isOfType, undefined, (target) => targets.push(target));
  return targets;
}

/** Where those objects stand in the answer. Asked only when there is an error to report, so the common case pays nothing. */
export function locationsAt(root: JsonObject, path: FlattenPath, isOfType: IsOfType): ResponsePath[] {
  const locations: ResponsePath[] = [];
  walk(root, path, 0, isOfType, [], (_target, location) => locations.push(location ?? []));
  return locations;
}

function walk(
  value: unknown,
  path: FlattenPath,
  depth: number,
  isOfType: IsOfType,
  location: ResponsePath | undefined,
  visit: (target: JsonObject, location: ResponsePath | undefined) => void,
): void {
  if (Array.isArray(value)) {
    // A list stands for each of its items, whether or not the path announces it by '@'.
    const next = path[depth] === '@' ? depth + 1 : depth;
    for (let index = 0; index < value.length; index++) {
      walk(value[index], path, next, isOfType, location && [...location, index], visit);
    }
    return;
  }
  if (!isObject(value)) return;
  const segment = path[depth];
  if (segment === undefined) {
    visit(value, location);
  } else if (segment === '@') {
    walk(value, path, depth + 1, isOfType, location, visit);
  } else if ('Field' in segment) {
    walk(own(value, segment.Field), path, depth + 1, isOfType, location && [...location, segment.Field], visit);
  } else if (satisfies(value, segment.TypeCondition, isOfType)) {
    walk(value, path, depth + 1, isOfType, location, visit);
  }
}

/** An object that does not say what it is passes: the subgraph was asked for one type only. */
export function satisfies(value: JsonObject, conditions: readonly string[], isOfType: IsOfType): boolean {
  const typename = own(value, '__typename');
  return typeof typename !== 'string' || conditions.some((condition) => isOfType(typename, condition));
}
