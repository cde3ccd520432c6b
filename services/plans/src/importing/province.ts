import type { Directory } from './units/directory.ts';
import { fold } from './vietnamese-text.ts';

/** The province that the text names most, where it is one of the directory's. */
export function provinceOf(text: string, directory: Directory): string | null {
  const plain = fold(text).replace(/\s+/g, ' ');
  const counted = directory.provinces
    .map(({ id, name }) => {
      const place = fold(name);
      const strong =
        plain.split(new RegExp(`(?:tinh|tinh uy|thanh uy|thanh pho|so|${'bao|dai'}) ${place}\\b|\\b${place}, ngay`))
          .length - 1;
      const weak = plain.split(new RegExp(`\\b${place}\\b`)).length - 1;
      return { id, count: strong * 3 + weak };
    })
    .sort((one, other) => other.count - one.count);
  const [first, second] = counted;
  if (!first || first.count === 0) return null;
  return first.count > (second?.count ?? 0) ? first.id : null;
}
