import type { Line } from './reading.ts';

export interface Word {
  text: string;
  /** First word of its line. */
  opensLine: boolean;
  /** The line before it went on (ended in a space); only told for a line's first word. */
  wentOn: boolean;
  gapBefore: boolean;
  /** The line of the document that it stands in. */
  line: number | undefined;
  /** Whether a unit's name could begin here, once it has been asked. */
  beginsUnit?: boolean;
  /** What it costs to end a cell right before it, once it has been asked. */
  torn?: number;
}

export interface CutHints {
  /** Whether a space at a line's end tells that its cell goes on: some producers leave one everywhere, some nowhere. */
  spacesTell: boolean;
  gapsTell: boolean;
}

export function hintsOf(lines: readonly Line[]): CutHints {
  const share = (test: (line: Line) => boolean): number => lines.filter(test).length / Math.max(1, lines.length);
  const on = share((line) => line.goesOn);
  const gaps = share((line) => line.gapBefore);
  return { spacesTell: on > 0.2 && on < 0.85, gapsTell: gaps > 0.05 && gaps < 0.6 };
}

/** "Kế hoạch số" ends where its number begins on the next line; "dữ liệu số" does not. */
export const NUMBER_FOLLOWS =
  /(?<!\p{L})(kế hoạch|quyết định|nghị quyết|nghị định|công văn|công điện|thông báo|thông tư|kết luận|chỉ thị|quy định|hướng dẫn|tờ trình|báo cáo|văn bản|phụ lục|biểu|mẫu|luật|QĐ|NQ|NĐ|CV|KH|TB|KL|CT)\s+số$/iu;

export const textOf = (words: readonly Word[], from: number, to: number): string => {
  let text = words[from]?.text ?? '';
  for (let index = from + 1; index < to; index += 1) text += ` ${words[index]?.text}`;
  return text;
};

/** The words of a row, each with what its place on the page tells. */
export function wordsOf(lines: readonly Line[]): Word[] {
  const words: Word[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    for (const [place, text] of line.text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .entries()) {
      words.push({
        text,
        opensLine: place === 0,
        wentOn: place === 0 && (before?.goesOn ?? false),
        gapBefore: place === 0 && line.gapBefore,
        line: line.index,
      });
    }
  }
  return words;
}
