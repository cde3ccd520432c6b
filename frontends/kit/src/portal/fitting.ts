/** `^0.1.0`, `^19.3.1` or `*` against a version, by the rule of the caret. */
export function fits(required: string, provided: string | undefined): boolean {
  if (!provided) return false;
  if (required === '*' || required === '') return true;
  const wanted = numbers(required);
  const given = numbers(provided);
  // The first figure that is not zero may not change; what follows may be newer.
  const fixed = Math.max(
    0,
    wanted.findIndex((figure) => figure > 0),
  );
  for (let place = 0; place < 3; place++) {
    const [w, g] = [wanted[place] ?? 0, given[place] ?? 0];
    if (place <= fixed && w !== g) return false;
    if (place > fixed && g !== w) return g > w;
  }
  return true;
}

const numbers = (version: string) =>
  version
    .replace(/^[\^~>=v\s]+/, '')
    .split('-')[0]
    ?.split('.')
    .map(Number) ?? [];

export interface ManifestShared {
  name: string;
  requiredVersion?: string;
}

/** What the portal cannot give to a module, in words; empty when it fits. */
export function misfits(needed: readonly ManifestShared[], provided: Readonly<Record<string, string>>): string[] {
  return needed
    .filter(({ name, requiredVersion }) => !fits(requiredVersion ?? '*', provided[name]))
    .map(({ name, requiredVersion }) => `${name} ${requiredVersion ?? ''}`.trim());
}
