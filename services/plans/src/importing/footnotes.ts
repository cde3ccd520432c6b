import type { Line } from './reading.ts';

const NOTE = /^\s*(\d{1,2})\s+["“]?\p{Lu}/u;

export interface WithoutFootnotes {
  lines: Line[];
  notes: Map<number, string>;
}

/** Takes the footnotes off the foot of a page; a line is one when its number is marked on a word above it. */
export function withoutFootnotes(page: readonly Line[], isRow: (index: number) => boolean): WithoutFootnotes {
  const text = page.map((line) => line.text).join('\n');
  for (const [index, line] of page.entries()) {
    const number = NOTE.exec(line.text)?.[1];
    if (!number || isRow(index)) continue;
    const above = text.slice(0, text.indexOf(line.text));
    if (!marked(number).test(above)) continue;
    const notes = new Map<number, string>();
    let current = Number(number);
    for (const note of page.slice(index)) {
      const own = NOTE.exec(note.text)?.[1];
      if (own && (Number(own) === current + 1 || note === line)) current = Number(own);
      notes.set(
        current,
        `${notes.get(current) ?? ''} ${note.text.replace(own && Number(own) === current ? /^\s*\d{1,2}\s+/ : /^\s*/, '')}`.trim(),
      );
    }
    return {
      lines: page.slice(0, index).map((kept) => ({ ...kept, text: unmarked(kept.text, [...notes.keys()]) })),
      notes,
    };
  }
  return { lines: [...page], notes: new Map() };
}

const marked = (number: string | number): RegExp =>
  new RegExp(String.raw`(?<=\p{Ll}[.,;)”"]?)${number}(?=[\s.,;:)]|$)`, 'u');

function unmarked(text: string, numbers: readonly number[]): string {
  return numbers.reduce((words, number) => words.replace(new RegExp(marked(number).source, 'gu'), ''), text);
}
