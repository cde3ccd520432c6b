/** Without marks and case, the same for composed and decomposed letters: "so khoa hoc" is "Sở Khoa học". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

interface Node {
  id: string;
  parentId: string | null;
}

/** The nodes that match and, so that each keeps its place, those above them. */
export function matchingBranches<N extends Node>(
  nodes: readonly N[],
  matches: (node: N) => boolean,
): { shown: N[]; found: Set<string>; open: string[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set(nodes.filter(matches).map(({ id }) => id));
  const above = new Set<string>();
  for (const id of found) for (const parent of ancestorsIn(byId, id)) above.add(parent);
  return { shown: nodes.filter(({ id }) => found.has(id) || above.has(id)), found, open: [...above] };
}

export function ancestorsIn<N extends Node>(byId: ReadonlyMap<string, N>, id: string): string[] {
  const above: string[] = [];
  for (let parent = byId.get(id)?.parentId; parent && !above.includes(parent); parent = byId.get(parent)?.parentId) {
    above.push(parent);
  }
  return above;
}
