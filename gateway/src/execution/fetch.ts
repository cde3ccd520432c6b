import type {
  BatchFetchNode,
  FetchNode,
  InputRewrite,
  OutputRewrite,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { type GraphQLError, Kind, parse } from 'graphql';
import { describeFailure, type RawError, relocatedError } from '../errors.ts';
import { type FlattenPath, locationsAt, type ResponsePath, targetsAt } from './flatten.ts';
import { isObject, type JsonObject, own } from './json-object.ts';
import { mergeInto } from './merge.ts';
import { addRepresentations, RepresentationList } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import { noteFailure, noteShortfalls, type WaitingTargets } from './shortfalls.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

const NO_LISTS: ReadonlyMap<string, RepresentationList> = new Map();

/** Asks a subgraph for root fields and merges them into the answer. */
export async function fetchRoot(run: Run, node: FetchNode): Promise<void> {
  const answer = await ask(run, node, NO_LISTS);
  if (!answer) {
    for (const key of rootKeys(node.operation)) reportFailure(run, node.serviceName, [key]);
    return;
  }
  for (const error of answer.errors) run.errors.push(relocatedError(error, node.serviceName, error.path ?? undefined));
  if (!answer.data) return;
  if (node.outputRewrites) applyRewrites(answer.data, node.outputRewrites, run.supergraph.isOfType);
  mergeInto(run.data, answer.data);
}

/** Entities wanted under one key of a subgraph's answer. */
interface EntityGroup {
  readonly alias: string;
  readonly variable: string;
  readonly paths: readonly FlattenPath[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly InputRewrite[] | undefined;
  readonly outputRewrites: readonly OutputRewrite[] | undefined;
}

interface WaitingGroup extends EntityGroup, WaitingTargets {}

export function fetchEntities(run: Run, node: FetchNode, path: FlattenPath): Promise<void> {
  const group: EntityGroup = {
    alias: '_entities',
    variable: 'representations',
    paths: [path],
    requires: node.requires ?? [],
    inputRewrites: node.inputRewrites,
    outputRewrites: node.outputRewrites,
  };
  return fetchGroups(run, node, [group]);
}

/** Several entity lists in one request. Aliases may share a variable: then they must share the representations, too. */
export function fetchBatch(run: Run, node: BatchFetchNode): Promise<void> {
  return fetchGroups(
    run,
    node,
    node.entityBatch.aliases.map((alias) => ({
      alias: alias.alias,
      variable: alias.representationsVariableName,
      paths: alias.paths,
      requires: alias.requires,
      inputRewrites: alias.inputRewrites,
      outputRewrites: alias.outputRewrites,
    })),
  );
}

async function fetchGroups(run: Run, node: FetchNode | BatchFetchNode, groups: readonly EntityGroup[]): Promise<void> {
  const { isOfType } = run.supergraph;
  const lists = new Map<string, RepresentationList>();
  const waiting: WaitingGroup[] = groups.map((group) => {
    const list = lists.get(group.variable) ?? new RepresentationList();
    lists.set(group.variable, list);
    const targets = group.paths.flatMap((path) => targetsAt(run.data, path, isOfType));
    return {
      ...group,
      targets,
      waiting: addRepresentations(list, targets, group.requires, group.inputRewrites, isOfType),
    };
  });
  if (waiting.every((group) => group.waiting.size === 0)) return;

  const answer = await ask(run, node, lists);
  if (!answer) {
    for (const group of waiting) {
      const [first] = group.waiting.keys();
      if (first !== undefined) reportFailure(run, node.serviceName, locationOf(run, group, first));
      noteFailure(run, node.serviceName, group);
    }
    return;
  }
  for (const error of answer.errors) run.errors.push(relocate(run, error, node.serviceName, waiting));
  for (const group of waiting) {
    const entities = answer.data === null ? undefined : own(answer.data, group.alias);
    if (Array.isArray(entities)) mergeEntities(run, group, entities);
    noteShortfalls(run, node.serviceName, group, Array.isArray(entities) ? entities : [], answer.errors);
  }
}

function mergeEntities(run: Run, group: WaitingGroup, entities: readonly unknown[]): void {
  for (const [index, positions] of group.waiting) {
    const entity = entities[index];
    if (!isObject(entity)) continue;
    if (group.outputRewrites) applyRewrites(entity, group.outputRewrites, run.supergraph.isOfType);
    positions.forEach((position, nth) => {
      const target = group.targets[position];
      // The last target may keep the entity's parts; the others get copies, since their later fetches may differ.
      if (target) mergeInto(target, entity, nth < positions.length - 1);
    });
  }
}

interface Answer {
  readonly data: JsonObject | null;
  readonly errors: readonly RawError[];
}

/** The subgraph's answer, or null with the failure remembered. */
async function ask(
  run: Run,
  node: FetchNode | BatchFetchNode,
  lists: ReadonlyMap<string, RepresentationList>,
): Promise<Answer | null> {
  const service = node.serviceName;
  try {
    const text = await run.send(service, requestBody(run, node, lists), node.operationKind === 'mutation');
    return readAnswer(text, service);
  } catch (error) {
    if (!(error instanceof SubgraphFailure)) throw error;
    run.failures.set(service, error);
    run.onFailure(error);
    return null;
  }
}

const bodyStarts = new WeakMap<FetchNode | BatchFetchNode, string>();

function requestBody(
  run: Run,
  node: FetchNode | BatchFetchNode,
  lists: ReadonlyMap<string, RepresentationList>,
): string {
  let start = bodyStarts.get(node);
  if (start === undefined) {
    start = `{"query":${JSON.stringify(node.operation)},"variables":{`;
    bodyStarts.set(node, start);
  }
  const variables: string[] = [];
  for (const name of node.variableUsages ?? []) {
    const text = JSON.stringify(own(run.variables, name));
    if (text !== undefined) variables.push(`${JSON.stringify(name)}:${text}`);
  }
  for (const [name, { texts }] of lists) variables.push(`${JSON.stringify(name)}:[${texts.join(',')}]`);
  return `${start}${variables.join(',')}}}`;
}

function readAnswer(text: string, service: string): Answer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new SubgraphFailure(service, 'SERVICE_ANSWER_UNREADABLE', 'not JSON', { cause: error });
  }
  const data = isObject(answer) ? own(answer, 'data') : undefined;
  const errors = isObject(answer) ? own(answer, 'errors') : undefined;
  const hasData = isObject(data);
  if (!hasData && !Array.isArray(errors)) {
    throw new SubgraphFailure(service, 'SERVICE_ANSWER_UNREADABLE', `neither data nor errors: ${text.slice(0, 200)}`);
  }
  return { data: hasData ? data : null, errors: Array.isArray(errors) ? errors.filter(isObject) : [] };
}

/** `_entities, 3, name` in the subgraph is `tasks, 7, leadUnit, name` for the client. */
function relocate(run: Run, error: RawError, service: string, groups: readonly WaitingGroup[]): GraphQLError {
  const path = Array.isArray(error.path) ? (error.path as ResponsePath) : [];
  const [alias, index, ...rest] = path;
  const group = groups.find((candidate) => candidate.alias === alias) ?? groups[0];
  const location = group && locationOf(run, group, typeof index === 'number' ? index : 0);
  return relocatedError(error, service, location && [...location, ...rest]);
}

function locationOf(run: Run, group: WaitingGroup, representation: number): ResponsePath | undefined {
  const position = group.waiting.get(representation)?.[0];
  if (position === undefined) return undefined;
  return group.paths.flatMap((path) => locationsAt(run.data, path, run.supergraph.isOfType))[position];
}

function reportFailure(run: Run, service: string, path: ResponsePath | undefined): void {
  const failure = run.failures.get(service);
  if (failure) run.errors.push(describeFailure(failure, path));
}

/** Only read when a fetch has failed: which parts of the answer are missing for it. */
function rootKeys(operation: string): string[] {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.alias?.value ?? selection.name.value] : [],
  );
}
