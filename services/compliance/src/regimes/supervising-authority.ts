import type { Hierarchy } from '@lienthong/policy/hierarchy';
import data from './supervising-authorities.json' with { type: 'json' };

/** Who guides and checks a bloc's systems in its province, or null where the province has no such unit on that day. */
export function supervisingAuthority(
  hierarchy: Hierarchy,
  provinceId: string,
  bloc: string | null,
  on: string,
): string | null {
  const rule = data.authorities.find((one) => one.bloc === bloc);
  if (!rule) return null;
  const found = hierarchy
    .inProvince(provinceId, on)
    .find((unit) => unit.kind === rule.unitKind && unit.tier === 'PROVINCE');
  return found?.id ?? null;
}
