import { PassThrough } from 'node:stream';
import { sendFile } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import { couldEver } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import { parseTaskFilter } from './task-filter.query.ts';
import { writeTaskSheet } from './task-sheet.ts';
import { SHEET } from './task-sheet.words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function exportRoutes(): Route<PlansContext>[] {
  return [
    {
      method: 'GET',
      path: '/files/plans/exports/tasks.xlsx',
      handle: async (context, { response, url }) => {
        if (!couldEver(context.actor, 'export', 'Task')) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
        const filter = parseTaskFilter(url.searchParams.get('filter'));
        const content = new PassThrough();
        const written = writeTaskSheet(context, filter, content).catch((error: Error) => {
          content.destroy(error);
        });
        await sendFile(response, { name: SHEET.fileName(context.clock.today()), mediaType: XLSX }, content);
        await written;
      },
    },
  ];
}
