import { type Page, pageOf, pageSize } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';

/** One page of a list that is already known whole, by the ids of its rows; `load` fetches only those of the page. */
export async function pageOfIds<T extends object>(
  ids: readonly string[],
  { first, after }: { first?: number | null; after?: string | null },
  load: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
): Promise<Page<T>> {
  const size = pageSize(first);
  let start = 0;
  if (after) {
    start = ids.indexOf(Buffer.from(after, 'base64url').toString('utf8')) + 1;
    if (start === 0) throw new Refusal('INVALID', 'CURSOR', { field: 'after' });
  }
  const page = ids.slice(start, start + size);
  const loaded = await load(page);
  const edges = page.flatMap((id, index) => {
    const node = loaded[index];
    return node ? { node, cursor: Buffer.from(id).toString('base64url') } : [];
  });
  return pageOf(edges, {
    hasNextPage: start + size < ids.length,
    hasPreviousPage: start > 0,
    count: async () => ids.length,
  });
}
