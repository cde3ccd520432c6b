import { childOf, childrenOf, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ROMANS: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  return ROMANS.map(([size, letters]) => {
    const times = Math.floor(rest / size);
    rest -= times * size;
    return letters.repeat(times);
  }).join('');
}

function written(value: number, format: string): string {
  if (format === 'upperRoman') return roman(value);
  if (format === 'lowerRoman') return roman(value).toLowerCase();
  if (format === 'upperLetter') return (LETTERS[value - 1] ?? '').toUpperCase();
  if (format === 'lowerLetter') return LETTERS[value - 1] ?? '';
  return String(value);
}

/** Numbers that Word prints by itself ("1.", "II"): the text of the document does not hold them. */
export class WordNumbering {
  readonly #lists = new Map<string, { abstract: string; levels: Map<number, Level> }>();
  readonly #counts = new Map<string, number[]>();

  constructor(numbering: XmlElement | undefined) {
    const root = childOf(numbering, 'numbering');
    const abstracts = new Map(
      childrenOf(root, 'abstractNum').map((element) => [element.attributes.abstractNumId ?? '', levelsOf(element)]),
    );
    for (const list of childrenOf(root, 'num')) {
      const abstract = childOf(list, 'abstractNumId')?.attributes.val ?? '';
      const overridden = childrenOf(list, 'lvlOverride').length > 0;
      // A list that restarts its numbers counts for itself; others share the counter of their pattern.
      this.#lists.set(list.attributes.numId ?? '', {
        abstract: overridden ? `num ${list.attributes.numId}` : abstract,
        levels: abstracts.get(abstract) ?? new Map(),
      });
    }
  }

  /** The label that the next paragraph of this list shows; bullets show none. */
  next(numId: string, depth: number): string {
    const list = this.#lists.get(numId);
    const level = list?.levels.get(depth);
    if (!list || !level) return '';
    const counts = this.#counts.get(list.abstract) ?? [];
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.#counts.set(list.abstract, counts);
    if (level.format === 'bullet' || level.format === 'none') return level.format === 'bullet' ? '-' : '';
    return level.text.replace(/%(\d)/g, (_all, index: string) => {
      const at = Number(index) - 1;
      const shown = list.levels.get(at);
      return written(counts[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
    });
  }
}

function levelsOf(abstract: XmlElement): Map<number, Level> {
  return new Map(
    childrenOf(abstract, 'lvl').map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        start: Number(childOf(level, 'start')?.attributes.val ?? 1),
        format: childOf(level, 'numFmt')?.attributes.val ?? 'decimal',
        text: childOf(level, 'lvlText')?.attributes.val ?? '',
      },
    ]),
  );
}
