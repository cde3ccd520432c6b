interface Line {
  cells: readonly string[] | null;
}

const DATE_LETTERS = '15/12/2025'.length;
/** The mean width of a letter of the portals' type; both sides of `.cell`. */
const LETTER_WIDTH = 0.58;
const CELL_PADDING = 14;
const lengthOf = (word: string): number => word.length;

/** For each line the widths of its cells: rows of one table share theirs, long columns get more. */
export function tableTracks(lines: readonly Line[]): (string | undefined)[] {
  const tracks: (string | undefined)[] = [];
  let start = 0;
  while (start < lines.length) {
    const count = lines[start]?.cells?.length;
    let end = start + 1;
    while (end < lines.length && lines[end]?.cells?.length === count) end += 1;
    const shared = count ? sharedTracks(lines.slice(start, end), count) : undefined;
    for (let line = start; line < end; line += 1) tracks.push(shared);
    start = end;
  }
  return tracks;
}

function sharedTracks(lines: readonly Line[], count: number): string {
  const columns = Array.from({ length: count }, (_, column) => {
    // Most cells count, not the one title that stands in a column of numbers.
    const lengths = lines
      .map(({ cells }) => cells?.[column]?.length ?? 0)
      .filter(Boolean)
      .sort((one, other) => one - other);
    const usual = lengths[Math.floor(lengths.length * 0.7)] ?? 0;
    // The root keeps a column of long contents from pressing the others to single letters.
    const weight = Math.max(1, Math.sqrt(usual));
    // Words and dates stay whole; what is longer than a date may be broken.
    const longest = Math.max(...lines.flatMap(({ cells }) => cells?.[column]?.split(/\s+/) ?? []).map(lengthOf));
    const whole = (Math.min(longest, DATE_LETTERS) * LETTER_WIDTH).toFixed(1);
    return `minmax(calc(${whole}em + ${CELL_PADDING}px), ${weight.toFixed(2)}fr)`;
  });
  return columns.join(' ');
}

/** How many columns a cell covers: the last words of a heading row stand over the empty cells after them. */
export function spans(cells: readonly string[]): number[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const isHeading = last >= 0 && last <= 1 && cells.length - last > 2;
  return isHeading ? [...cells.slice(0, last).map(() => 1), cells.length - last] : cells.map(() => 1);
}
