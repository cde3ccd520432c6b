/** A piece of text on a page, measured from the page's top left corner. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PdfLine {
  texts: PdfText[];
  y: number;
  height: number;
}

/** Pieces that stand on one height make a line. */
export function linesOf(texts: readonly PdfText[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const text of [...texts].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const line = lines.findLast(
      (known) => Math.abs(known.y - text.y) < Math.max(2.5, Math.min(known.height, text.height) * 0.45),
    );
    if (line) line.texts.push(text);
    else lines.push({ texts: [text], y: text.y, height: text.height });
  }
  for (const line of lines) line.texts.sort((one, other) => one.x - other.x);
  return lines.sort((one, other) => one.y - other.y);
}

/** The words of a line; a gap between pieces is a space, and small raised figures are marks of footnotes. */
export function wordsOf(line: PdfLine): string {
  const usual = Math.max(...line.texts.map((text) => text.height));
  let words = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, height } of line.texts) {
    if (words !== '' && height < usual * 0.75 && /^\d{1,2}$/.test(text.trim())) continue;
    const gap = x - end;
    if (words !== '' && gap > Math.max(0.8, height * 0.12) && !/\s$/.test(words) && !/^\s/.test(text)) words += ' ';
    words += text;
    end = x + width;
  }
  return words.replace(/\s+/g, ' ').trim();
}
