import { spelling } from '../vietnamese-text.ts';
import type { NameText } from './name-words.ts';

/** What the head of a body is called; the body follows. */
const TITLES = [
  'giám đốc',
  'tổng giám đốc',
  'chủ tịch',
  'bí thư',
  'bí thư cấp ủy',
  'trưởng',
  'trưởng ban',
  'chánh',
  'chủ nhiệm',
  'viện trưởng',
  'chánh án',
  'chỉ huy trưởng',
  'chính ủy',
  'hiệu trưởng',
  'tổng biên tập',
  'tổ trưởng',
  'cục trưởng',
  'thủ trưởng',
  'người đứng đầu',
  'lãnh đạo',
  'tập thể lãnh đạo',
  'thường trực',
  'ban thường trực',
  'ban thường vụ',
  'thường vụ',
].map((title) => spelling(title).split(' '));
const COURTESIES = ['đồng chí', 'các đồng chí', 'ông', 'bà', 'đ c'].map((words) => spelling(words).split(' '));
const DEPUTY = [spelling('phó')];

export interface Title {
  /** How many words it takes. */
  length: number;
  /** The words speak of a deputy, who may act for the head only. */
  deputy: boolean;
}

/** The titles that begin at this word, the longest first: "Trưởng ban" before "Trưởng". */
export function titlesAt({ words, gaps }: NameText, at: number): Title[] {
  const says = (from: number, parts: readonly string[]): boolean =>
    parts.every(
      (part, index) =>
        words[from + index]?.spelled === part && (index === 0 || /^[\s/.]*$/.test(gaps[from + index] ?? '')),
    );
  const courtesy = COURTESIES.find((parts) => says(at, parts))?.length ?? 0;
  const deputy = says(at + courtesy, DEPUTY) ? 1 : 0;
  const from = at + courtesy + deputy;
  return TITLES.filter((parts) => says(from, parts))
    .sort((one, other) => other.length - one.length)
    .map((parts) => ({ length: from + parts.length - at, deputy: deputy > 0 }))
    .filter(({ length }) => /^\s*$/.test(gaps[at + length] ?? ''));
}
