import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePlan } from './sample-plan.ts';
import { cellOf, type Headings, headLines, otherOrder, rowsOf, usual } from './text-layouts.ts';

/** Prints the sample plan as the .pdf files beside this one: run again after changing it (needs Chromium). */
function page({ order, words }: Headings, ruled: boolean): string {
  const border = ruled ? '1px solid black' : 'none';
  const rows = rowsOf(samplePlan).map((row) =>
    'task' in row
      ? `<tr>${order.map((column) => `<td>${cellOf(row.task, column).replaceAll('; ', ';<br>')}</td>`).join('')}</tr>`
      : `<tr><td><b>${row.section}</b></td><td colspan="${order.length - 1}"><b>${row.title}</b></td></tr>`,
  );
  return `<html lang="vi"><style>body{font:13px "DejaVu Serif"}table{border-collapse:collapse;width:100%}td,th{border:${border};padding:4px ${ruled ? 3 : 9}px;vertical-align:${ruled ? 'middle' : 'top'}}</style><body>${headLines(
    samplePlan,
  )
    .map((line) => `<div>${line || '&nbsp;'}</div>`)
    .join(
      '',
    )}<div style="page-break-before:always">PHỤ LỤC</div><div>DANH MỤC VIỆC CẦN LÀM</div><div>${samplePlan.note}</div><table><thead><tr>${order.map((column) => `<th>${words[column]}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`;
}

const folder = mkdtempSync(join(tmpdir(), 'print-'));
for (const [name, html] of [
  ['ruled.pdf', page(usual, true)],
  ['spaced.pdf', page(otherOrder, false)],
] as const) {
  const source = join(folder, `${name}.html`);
  writeFileSync(source, `<meta charset="utf-8">${html}`);
  execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--print-to-pdf=${join(import.meta.dirname, name)}`,
      source,
    ],
    { stdio: 'ignore' },
  );
}
