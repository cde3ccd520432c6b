import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { RequestContext } from './context.ts';
import { Refusal } from './refusal.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list stands (trang).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether rows come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; give it as `after` for the next page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_PAGE, description: 'How many rows, 1 to 100.' })
  first?: number;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

export interface Page<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfo;
  /** Counted only when asked for. */
  totalCount(): Promise<number>;
}

/** The Relay connection type of a node: `const NoteConnection = connectionOf(Note, 'Note')`. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { description: `A row of a list of ${name}.` })
  class Edge {
    @Field(() => node, { description: 'The row itself.' })
    node!: T;

    @Field(() => String, { description: 'Where this row stands in the list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [node], { description: 'The rows of this page.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    // A page brings its own counting; this is only where the schema learns of the field.
    @Field(() => Int, { description: 'How many rows there are in all.' })
    totalCount(): Promise<number> {
      return Promise.resolve(this.nodes.length);
    }
  }
  return Connection as unknown as ClassType<Page<T>>;
}

/** An order that never ties: the last key must be unique; null must not occur (use `coalesce`). */
export interface OrderKey {
  /** SQL over the query's alias, e.g. `note.due_on`. */
  sql: string;
  /** Its PostgreSQL type, e.g. `date`. */
  type: string;
  direction?: 'ASC' | 'DESC';
}

export interface PageRequest {
  first?: number | null;
  after?: string | null;
}

export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw new Refusal('INVALID', 'PAGE_SIZE', { max: MAX_PAGE, field: 'first' });
  }
  return size;
}

function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeCursor(cursor: string, length: number): string[] {
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string')) {
      return values as string[];
    }
  } catch {
    // Refused below.
  }
  throw new Refusal('INVALID', 'CURSOR', { field: 'after' });
}

/** `(a > x) or (a = x and b > y) …`, with each key's own direction. */
function afterCondition(keys: readonly OrderKey[]): string {
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((k, i) => `${k.sql} = cast(:cursor_${i} as ${k.type})`);
    const beyond = `${key.sql} ${key.direction === 'DESC' ? '<' : '>'} cast(:cursor_${index} as ${key.type})`;
    return `(${[...equal, beyond].join(' and ')})`;
  });
  return `(${alternatives.join(' or ')})`;
}

/**
 * One page of a query by keyset: as quick on the last page as on the first, and stable while rows are added.
 * The query must select whole entities of one alias and join nothing that multiplies rows.
 * Counting is a transaction of its own, and only when `totalCount` is asked for.
 */
export async function paginate<T extends ObjectLiteral>(
  context: Pick<RequestContext, 'read'>,
  query: (manager: EntityManager) => SelectQueryBuilder<T>,
  keys: readonly OrderKey[],
  { first, after }: PageRequest,
): Promise<Page<T>> {
  const size = pageSize(first);
  const values = after ? decodeCursor(after, keys.length) : undefined;
  const { entities, raw } = await context
    .read((manager) => {
      const paged = query(manager).orderBy();
      keys.forEach((key, index) => {
        paged.addSelect(`(${key.sql})::text`, `cursor_${index}`);
        paged.addOrderBy(key.sql, key.direction ?? 'ASC');
      });
      if (values) {
        paged.andWhere(afterCondition(keys), Object.fromEntries(values.map((value, i) => [`cursor_${i}`, value])));
      }
      return paged.limit(size + 1).getRawAndEntities<Record<string, string>>();
    })
    .catch((error: unknown) => {
      // A cursor of our form whose values are none of the columns' types was made up.
      if (values && isDataException(error)) throw new Refusal('INVALID', 'CURSOR', { field: 'after' });
      throw error;
    });
  const edges = entities.slice(0, size).map((node, row) => ({
    node,
    cursor: encodeCursor(keys.map((_, key) => raw[row]?.[`cursor_${key}`] ?? '')),
  }));
  return pageOf(edges, {
    hasNextPage: entities.length > size,
    hasPreviousPage: Boolean(after),
    count: () => context.read((manager) => query(manager).getCount()),
  });
}

/** PostgreSQL's class 22: what was sent is no value of the type it was sent as. */
function isDataException(error: unknown): boolean {
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('22');
}

export interface PageParts {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  count: () => Promise<number>;
}

/** A page from rows that were fetched by hand-written SQL. */
export function pageOf<T>(edges: { node: T; cursor: string }[], parts: PageParts): Page<T> {
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: {
      hasNextPage: parts.hasNextPage,
      hasPreviousPage: parts.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: parts.count,
  };
}
