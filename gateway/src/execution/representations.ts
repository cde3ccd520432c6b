import type { InputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner';
import { type IsOfType, satisfies } from './flatten.ts';
import { isObject, type JsonObject, own, setOwn } from './json-object.ts';
import { applyRewrites } from './rewrites.ts';

/** Representations as they are sent under one variable, each once, already as JSON text: that is what tells them apart. */
export class RepresentationList {
  readonly texts: string[] = [];
  readonly #known = new Map<string, number>();

  indexOf(text: string): number {
    let index = this.#known.get(text);
    if (index === undefined) {
      index = this.texts.push(text) - 1;
      this.#known.set(text, index);
    }
    return index;
  }
}

/** Adds what the targets need to be found again, and says which targets (by position) wait for which representation. */
export function addRepresentations(
  list: RepresentationList,
  targets: readonly JsonObject[],
  requires: readonly RequiresSelection[],
  inputRewrites: readonly InputRewrite[] | undefined,
  isOfType: IsOfType,
): Map<number, number[]> {
  const waiting = new Map<number, number[]>();
  targets.forEach((target, position) => {
    const representation = select(target, requires, isOfType);
    if (!identifiesSomething(representation)) return;
    if (inputRewrites) applyRewrites(representation, inputRewrites, isOfType);
    const index = list.indexOf(JSON.stringify(representation));
    const positions = waiting.get(index);
    if (positions) positions.push(position);
    else waiting.set(index, [position]);
  });
  return waiting;
}

function identifiesSomething(representation: JsonObject): boolean {
  return Object.keys(representation).some((key) => key !== '__typename');
}

/** A copy of the required part, so that rewriting it cannot touch the answer. Nulls identify nothing and are left out. */
function select(value: JsonObject, selections: readonly RequiresSelection[], isOfType: IsOfType): JsonObject {
  const selected: JsonObject = {};
  selectInto(selected, value, selections, isOfType);
  return selected;
}

function selectInto(
  selected: JsonObject,
  value: JsonObject,
  selections: readonly RequiresSelection[],
  isOfType: IsOfType,
): void {
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (satisfies(value, [selection.typeCondition], isOfType)) {
        selectInto(selected, value, selection.selections, isOfType);
      }
    } else if (selection.kind === 'Field') {
      const { name, alias } = selection;
      const found = own(value, name) ?? (alias === undefined ? undefined : own(value, alias));
      if (found === undefined || found === null) continue;
      const key = alias ?? name;
      const part = selection.selections?.length ? selectValue(found, selection.selections, isOfType) : found;
      const before = own(selected, key);
      if (isObject(before) && isObject(part)) Object.assign(before, part);
      else setOwn(selected, key, part);
    }
  }
}

function selectValue(value: unknown, selections: readonly RequiresSelection[], isOfType: IsOfType): unknown {
  if (Array.isArray(value)) return value.map((item) => selectValue(item, selections, isOfType));
  return isObject(value) ? select(value, selections, isOfType) : null;
}
