import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { type IsOfType, satisfies } from './flatten.ts';
import { isObject, type JsonObject, own, setOwn } from './json-object.ts';

/** What the planner asks to be renamed or set, on the way to a subgraph (representations) or back (answers). In place. */
export function applyRewrites(value: unknown, rewrites: readonly FetchRewrite[], isOfType: IsOfType): void {
  for (const rewrite of rewrites) {
    const { path, change } = readRewrite(rewrite);
    follow(value, path, 0, isOfType, change);
  }
}

type Change = (object: JsonObject, key: string) => void;

/** The planner writes a rewrite in two shapes: `{ KeyRenamer: {…} }` and `{ kind: 'ValueSetter', … }`. */
function readRewrite(rewrite: FetchRewrite): { path: readonly FetchNodePathSegment[]; change: Change } {
  const flat = rewrite as Partial<KeyRenamer & ValueSetter>;
  const renamer = 'KeyRenamer' in rewrite ? rewrite.KeyRenamer : flat;
  if (renamer.path && renamer.renameKeyTo !== undefined) {
    const renameKeyTo = renamer.renameKeyTo;
    return {
      path: renamer.path,
      change: (object, key) => {
        if (!Object.hasOwn(object, key)) return;
        setOwn(object, renameKeyTo, object[key]);
        delete object[key];
      },
    };
  }
  const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : flat;
  return {
    path: setter.path ?? [],
    change: (object, key) => setOwn(object, key, setter.setValueTo),
  };
}

function follow(
  value: unknown,
  path: readonly FetchNodePathSegment[],
  depth: number,
  isOfType: IsOfType,
  change: Change,
): void {
  if (Array.isArray(value)) {
    for (const item of value) follow(item, path, depth, isOfType, change);
    return;
  }
  const segment = path[depth];
  if (segment === undefined || !isObject(value)) return;
  if ('TypenameEquals' in segment) {
    if (satisfies(value, segment.TypenameEquals, isOfType)) follow(value, path, depth + 1, isOfType, change);
  } else if (depth === path.length - 1) {
    change(value, segment.Key);
  } else {
    follow(own(value, segment.Key), path, depth + 1, isOfType, change);
  }
}
