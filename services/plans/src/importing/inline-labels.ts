import type { Line } from './reading.ts';

const WHO = String.raw`(?:(?:các\s+)?(?:cơ\s+quan|đơn\s+vị)(?:,\s*đơn\s+vị)?\s+(?:được\s+giao\s+)?)?(?:chủ\s+trì|phối\s+hợp)(?:\s+thực\s+hiện)?`;
const DOER = String.raw`(?:cơ\s+quan|đơn\s+vị)\s+(?:thực\s+hiện|tham\s+mưu)`;
const WHEN = String.raw`(?:thời\s+(?:gian|hạn)|hạn|tiến\s+độ)(?:\s+(?:hoàn\s+thành|thực\s+hiện))?`;
const WHAT = String.raw`(?:kết\s+quả|sản\s+phẩm)(?:\s+(?:đầu\s+ra|dự\s+kiến|cần\s+đạt))?`;
/** A label inside a sentence: after the end of another one, or in brackets. */
const LABEL = new RegExp(
  String.raw`(?<=[.;,(–+*•-]\s*|\n\s*)(?<!(?:cơ\s+quan|đơn\s+vị|chủ\s+trì|phối\s+hợp|thực\s+hiện),\s*)(?:${WHO}|${DOER}|${WHEN}|${WHAT})\s*:`,
  'giu',
);
/** So much may stand in the brackets that hold the labels of a task. */
const LONGEST = 900;
const TIME_FOLLOWS = /^[,;]?\s*(?:hoàn\s+thành|xong|trước|chậm\s+nhất)(?!\p{L})/iu;
const NOTHING = /^[\s\-–+*•().;,]*$/;

/** What is cut out of the text, and how the line begins that follows it. */
interface Cut {
  at: number;
  end: number;
  opening: string;
}

/**
 * Lines in which every label begins a line of its own: "… Chủ trì: X. Phối hợp: Y." becomes three. A label that the end
 * of a line cut in two is whole again. The parts keep the places of the lines they stand in.
 */
export function withLabelsOnLines(lines: readonly Line[]): { lines: readonly Line[]; split: boolean } {
  const text = lines.map((line) => line.text).join('\n');
  const labels = [...text.matchAll(LABEL)];
  // A list whose labels begin its lines may say "kết quả: …" within a sentence and mean no label.
  const inside = labels.filter((label) => !standsAlone(text, label)).length;
  if (inside === 0 || inside * 2 < labels.length) return { lines, split: false };
  const cuts = labels.flatMap((label) => cutsOf(text, label)).sort((one, other) => one.at - other.at);
  const parted: Line[] = [];
  let start = 0;
  for (const line of lines) {
    const end = start + line.text.length;
    const own = cuts.filter((cut) => cut.end > start && cut.at < end);
    if (own.length === 0) parted.push(line);
    else parted.push(...partsOf(text, start, end, own).map((part) => ({ ...line, text: part })));
    start = end + 1;
  }
  return { lines: parted, split: true };
}

function partsOf(text: string, start: number, end: number, cuts: readonly Cut[]): string[] {
  const parts: string[] = [];
  let from = start;
  let opening = '';
  const push = (to: number): void => {
    const part = text.slice(from, Math.max(from, to)).trim();
    if (opening !== '' || !NOTHING.test(part)) parts.push(`${opening} ${part}`.trim());
  };
  for (const cut of cuts) {
    push(cut.at);
    if (cut.end > end) return parts;
    from = cut.end;
    opening = cut.opening;
  }
  push(end);
  return parts;
}

/** It begins its line, and its line holds all of it. */
function standsAlone(text: string, { 0: words, index = 0 }: RegExpMatchArray): boolean {
  const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return NOTHING.test(before) && !before.includes('(') && !words.includes('\n');
}

/** The label itself with a bracket that opens before it, and where that bracket closes. */
function cutsOf(text: string, { 0: words, index = 0 }: RegExpMatchArray): Cut[] {
  const bracket = /\(\s*$/.exec(text.slice(0, index));
  const label = { at: bracket?.index ?? index, end: index + words.length, opening: words.replace(/\s+/g, ' ') };
  if (!bracket) return [label];
  let depth = 1;
  for (let at = index; at < text.length && at < index + LONGEST; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth > 0) continue;
    const opening = TIME_FOLLOWS.test(text.slice(at + 1)) ? 'Thời gian:' : '';
    return [label, { at, end: at + 1, opening }];
  }
  return [label];
}
