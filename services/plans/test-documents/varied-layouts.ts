import { drawnPdf } from './drawn-pdf.ts';
import { sheetPlan, wordPlan } from './varied-files.ts';
import type { Traits, VariedPlan } from './varied-plan.ts';
import { variedPlan } from './varied-plan.ts';
import * as text from './varied-text.ts';
import type { Bearer } from './varied-words.ts';

export interface VariedLayout {
  name: string;
  file: string;
  /** Clean cells: nothing may be wrong at all. */
  clean?: boolean;
  /** Neither numbers nor borders are left: measured, but not held to the bar. */
  hard?: boolean;
  traits: Traits;
  change?: (plan: VariedPlan) => VariedPlan;
  write(plan: VariedPlan): string | Uint8Array | Promise<Uint8Array>;
}

const runOn: Traits = { numbers: 'run on', sections: true };
const again: Traits = { numbers: 'begin again', sections: true };
const same: Traits = { numbers: 'all the same', sections: false };
const unnumbered: Traits = { numbers: 'none', sections: true };
const nested: Traits = { numbers: 'run on', sections: true, subRows: true };
const SIDE_BY_SIDE = ['content', 'lead', 'coordinating', 'deadline'] as const;
const bareRows: Traits = { numbers: 'none', sections: false };

const layout = (
  name: string,
  file: string,
  traits: Traits,
  write: VariedLayout['write'],
  more: Partial<VariedLayout> = {},
): VariedLayout => ({ name, file, traits, write, ...more });

/** Outside the directory every body is its own name. */
const foreign = (plan: VariedPlan): VariedPlan => {
  const own = (bearers: readonly Bearer[]): Bearer[] =>
    bearers.map(({ text: words, key }) => ({
      text: words,
      key: /^(các|UBND (các|cấp)) /i.test(words) ? key : words.replaceAll('uỷ', 'ủy').replaceAll('Uỷ', 'Ủy'),
    }));
  return {
    ...plan,
    tasks: plan.tasks.map((task) => ({ ...task, leads: own(task.leads), coordinators: own(task.coordinators) })),
  };
};

export const LAYOUTS: readonly VariedLayout[] = [
  layout('Word', 'docx', runOn, (plan) => wordPlan(plan), { clean: true }),
  layout('Word, numbers begin again', 'docx', again, (plan) => wordPlan(plan), { clean: true }),
  layout('Word, one number for all', 'docx', same, (plan) => wordPlan(plan), { clean: true }),
  layout('Word, no numbers', 'docx', unnumbered, (plan) => wordPlan(plan), { clean: true }),
  layout('Word, leads merged down', 'docx', runOn, (plan) => wordPlan(plan, { mergedLeads: true }), { clean: true }),
  layout('Word, two tables', 'docx', runOn, (plan) => wordPlan(plan, { twoTables: true }), { clean: true }),
  layout('Word, a hidden row', 'docx', runOn, (plan) => wordPlan(plan, { hiddenRow: true }), { clean: true }),
  layout('Word, sub-rows', 'docx', nested, (plan) => wordPlan(plan), { clean: true }),
  layout(
    'Word, heading of two rows',
    'docx',
    { ...runOn, order: SIDE_BY_SIDE },
    (plan) => wordPlan(plan, { twoRows: true }),
    { clean: true },
  ),
  layout('Word, a column of money', 'docx', { ...runOn, order: [...SIDE_BY_SIDE, 'other'] }, (plan) => wordPlan(plan), {
    clean: true,
  }),
  layout('Excel', 'xlsx', runOn, (plan) => sheetPlan(plan), { clean: true }),
  layout('Excel, hidden row, table moved', 'xlsx', again, (plan) => sheetPlan(plan, { hidden: true, offset: 1 }), {
    clean: true,
  }),
  layout('Excel, no numbers', 'xlsx', unnumbered, (plan) => sheetPlan(plan), { clean: true }),
  layout('PDF, ruled', 'pdf', runOn, (plan) => drawnPdf(plan, { ruled: true, middle: false })),
  layout('PDF, ruled, middle', 'pdf', again, (plan) => drawnPdf(plan, { ruled: true, middle: true, centred: true })),
  layout('PDF, ruled, rows over pages', 'pdf', runOn, (plan) =>
    drawnPdf(plan, { ruled: true, middle: false, breaks: true }),
  ),
  layout('PDF, ruled, no numbers', 'pdf', unnumbered, (plan) => drawnPdf(plan, { ruled: true, middle: true })),
  layout('PDF, no rules', 'pdf', runOn, (plan) => drawnPdf(plan, { ruled: false, middle: false })),
  layout('PDF, no rules, middle, centred', 'pdf', runOn, (plan) =>
    drawnPdf(plan, { ruled: false, middle: true, centred: true }),
  ),
  layout('PDF, no rules, rows over pages', 'pdf', again, (plan) =>
    drawnPdf(plan, { ruled: false, middle: false, breaks: true }),
  ),
  layout('PDF, no rules, no numbers', 'pdf', bareRows, (plan) => drawnPdf(plan, { ruled: false, middle: false })),
  layout('PDF, no rules, no numbers, centred', 'pdf', bareRows, (plan) =>
    drawnPdf(plan, { ruled: false, middle: true, centred: true }),
  ),
  layout('PDF, no rules, narrow gaps', 'pdf', runOn, (plan) =>
    drawnPdf(plan, { ruled: false, middle: false, apart: 0.1 }),
  ),
  layout('PDF, no rules, word by word', 'pdf', runOn, (plan) =>
    drawnPdf(plan, { ruled: false, middle: false, wordByWord: true }),
  ),
  layout('PDF, ruled, word by word', 'pdf', nested, (plan) =>
    drawnPdf(plan, { ruled: true, middle: true, wordByWord: true }),
  ),
  layout('tabs', 'txt', runOn, text.tabbed),
  layout('tabs, sub-rows', 'txt', nested, text.tabbed),
  layout('tabs, no numbers', 'txt', unnumbered, text.tabbed),
  layout('tabs, one number for all', 'txt', same, text.tabbed),
  layout('markdown', 'md', runOn, text.markdown),
  layout('markdown with HTML lists', 'md', again, text.markdownWithHtml),
  layout('a cell per line behind tabs', 'txt', runOn, text.cellLinesTabbed),
  layout('a cell per line', 'txt', runOn, text.cellLines),
  layout('a cell per line, no numbers', 'txt', bareRows, text.cellLines),
  layout('labelled list', 'txt', runOn, (plan) => text.labelled(plan, '   - ')),
  layout('labelled list, other bullets', 'txt', again, (plan) => text.labelled(plan, '+ ')),
  layout('labelled list, no numbers', 'txt', bareRows, (plan) => text.labelled(plan, '  – ')),
  layout('wrapped, gaps between cells', 'txt', runOn, (plan) => text.lineWrapped(plan, { gaps: 'between cells' })),
  layout('wrapped, gaps everywhere', 'txt', again, (plan) => text.lineWrapped(plan, { gaps: 'everywhere' })),
  layout('wrapped, no gaps', 'txt', runOn, (plan) => text.lineWrapped(plan, { gaps: 'nowhere' })),
  layout('wrapped, one number for all', 'txt', same, (plan) => text.lineWrapped(plan, { gaps: 'everywhere' })),
  layout('wrapped, sub-rows', 'txt', nested, (plan) => text.lineWrapped(plan, { gaps: 'everywhere' })),
  layout('wrapped, no numbers', 'txt', bareRows, (plan) => text.lineWrapped(plan, { gaps: 'between cells' })),
  layout('wrapped, no numbers, no gaps', 'txt', bareRows, (plan) => text.lineWrapped(plan, { gaps: 'nowhere' }), {
    hard: true,
  }),
  layout('wrapped, late title', 'txt', runOn, (plan) =>
    text.lineWrapped(plan, { gaps: 'everywhere', lateTitle: true }),
  ),
  layout('wrapped, footnotes', 'txt', runOn, (plan) =>
    text.lineWrapped(plan, { gaps: 'between cells', footnotes: true }),
  ),
  layout('spaces', 'txt', runOn, (plan) => text.spaced(plan, false)),
  layout('spaces, middle', 'txt', again, (plan) => text.spaced(plan, true)),
  layout('spaces, no numbers', 'txt', bareRows, (plan) => text.spaced(plan, false)),
  layout('tabs, marks apart (NFD)', 'txt', runOn, (plan) => text.tabbed(plan).normalize('NFD')),
  layout('tabs, hard spaces', 'txt', runOn, (plan) => text.tabbed(plan).replaceAll(' ', '\u00a0')),
  layout('tabs, slips of recognition', 'txt', runOn, (plan) => text.tabbed(plan), { change: text.withSlips }),
  layout('wrapped, slips of recognition', 'txt', runOn, (plan) => text.lineWrapped(plan, { gaps: 'everywhere' }), {
    change: text.withSlips,
  }),
  layout('tabs, misspelt names', 'txt', runOn, (plan) => text.tabbed(plan), { change: text.misspelt }),
  layout('names joined by “và”', 'txt', { ...runOn, joined: ' và ' }, text.tabbed),
  layout('names joined by commas', 'txt', { ...runOn, joined: ', ' }, text.tabbed),
  layout('a province outside the directory', 'txt', { ...runOn, province: 'Cà Mau' }, text.tabbed, { change: foreign }),
];

export async function written(layout: VariedLayout, seed: number): Promise<{ plan: VariedPlan; bytes: Uint8Array }> {
  const made = variedPlan(seed, layout.traits);
  const plan = layout.change ? layout.change(made) : made;
  const content = await layout.write(plan);
  return { plan, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}
