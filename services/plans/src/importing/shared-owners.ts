import type { Column } from './table-columns.ts';
import type { FieldWords, TaskRow, TaskTable } from './task-rows.ts';
import { fold } from './vietnamese-text.ts';

/** One column that says who leads and who helps. */
interface Owners {
  lead: string;
  coordinating: string;
  /** How sure it is where the one ends and the other begins. */
  sure: number;
}

const LABEL = /(?<=^|[\n;.,]\s*)(?:[-+•–]\s*)?(?:(?:cơ quan|đơn vị)\s+)?(chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*/giu;
const MARK = /\s*\(\s*(?:cơ quan |đơn vị )?(chủ trì|phối hợp)\s*\)\s*[;,.]?\s*/giu;
const WITH = /\s*(?:\(\s*)?chủ trì\s*[,;]?\s*phối hợp (?:với|cùng)\s*:?\s*/iu;
const MARKED = 0.88;
const GUESSED = 0.7;

/** "Cơ quan chủ trì, phối hợp": rows whose one cell holds both get a cell for each. */
export function withOwnersParted(table: TaskTable): TaskTable {
  const fields = table.columns.map(({ field }) => field);
  const owners = fields.filter((field) => field === 'lead' || field === 'coordinating');
  const at = owners[0] === undefined ? -1 : fields.indexOf(owners[0]);
  const column = table.columns[at];
  if (owners.length !== 1 || !column) return table;
  const both = namesBoth(column);
  const rows = table.rows.map((row) => (row.kind === 'task' ? parted(row, column, both) : row));
  return { ...table, rows };
}

const namesBoth = ({ heading }: Column): boolean => /chu tri/.test(fold(heading)) && /phoi hop/.test(fold(heading));

function parted(row: TaskRow, { field }: Column, both: boolean): TaskRow {
  const text = row.cells[field] ?? '';
  if (text === '' || (field !== 'lead' && field !== 'coordinating')) return row;
  const owners = byLabels(text) ?? byMarks(text) ?? byWords(text) ?? (both ? byPlace(text) : null);
  if (!owners) return row;
  const sure = Math.min(row.cut[field] ?? 1, owners.sure);
  return {
    ...row,
    cells: { ...row.cells, lead: owners.lead, coordinating: owners.coordinating },
    cut: { ...row.cut, lead: sure, coordinating: sure },
    sources: row.sources.flatMap((words) => (words.field === field ? sourcesOf(words, owners) : [words])),
  };
}

/** "Chủ trì: A; phối hợp: B, C". */
function byLabels(text: string): Owners | null {
  const labels = [...text.matchAll(LABEL)];
  if (labels.length === 0 || text.slice(0, labels[0]?.index).trim() !== '') return null;
  const parts = labels.map((label, index) => ({
    leads: /^chủ/iu.test(label[1] ?? ''),
    words: text.slice(label.index + label[0].length, labels[index + 1]?.index ?? text.length),
  }));
  const joined = (leads: boolean): string => joinedParts(parts.filter((part) => part.leads === leads));
  return { lead: joined(true), coordinating: joined(false), sure: joined(true) === '' ? GUESSED : 0.95 };
}

/** "A (chủ trì), B, C (phối hợp)": a mark speaks of what stands before it; what has none helps. */
function byMarks(text: string): Owners | null {
  const marks = [...text.matchAll(MARK)];
  if (!marks.some((mark) => /^chủ/iu.test(mark[1] ?? ''))) return null;
  let from = 0;
  const parts = marks.map((mark) => {
    const words = text.slice(from, mark.index);
    from = mark.index + mark[0].length;
    return { leads: /^chủ/iu.test(mark[1] ?? ''), words };
  });
  const rest = text.slice(from).trim();
  if (rest !== '') parts.push({ leads: false, words: rest });
  // "A, B (chủ trì)": whether the mark speaks of both is a guess.
  const clear = parts.every(({ leads, words }) => !leads || !/[,;\n]/.test(words.trim()));
  return {
    lead: joinedParts(parts.filter(({ leads }) => leads)),
    coordinating: joinedParts(parts.filter(({ leads }) => !leads)),
    sure: clear ? MARKED : GUESSED,
  };
}

/** "A chủ trì, phối hợp với B, C". */
function byWords(text: string): Owners | null {
  const [lead, coordinating, ...more] = text.split(WITH);
  if (!lead?.trim() || !coordinating?.trim() || more.length > 0) return null;
  return { lead: lead.trim(), coordinating: coordinating.trim(), sure: MARKED };
}

/** Nothing tells them apart: whoever is named first leads. */
function byPlace(text: string): Owners {
  const match = /^([^;\n]+)[;\n]\s*([\s\S]+)$/.exec(text.trim());
  return match
    ? { lead: match[1] ?? '', coordinating: match[2] ?? '', sure: GUESSED }
    : { lead: text, coordinating: '', sure: GUESSED };
}

const joinedParts = (parts: readonly { words: string }[]): string =>
  parts
    .map(({ words }) => words.trim().replace(/[;,.]$/, ''))
    .filter((words) => words !== '')
    .join('; ');

/** The words of each in the cell, where they stand there as they are. */
function sourcesOf(words: FieldWords, { lead, coordinating }: Owners): FieldWords[] {
  const parts: FieldWords[] = [
    { ...words, field: 'lead', text: lead },
    { ...words, field: 'coordinating', text: coordinating },
  ];
  return parts.flatMap((part) => {
    if (part.text === '') return [];
    return [words.text.includes(part.text) ? part : { ...part, text: words.text }];
  });
}
