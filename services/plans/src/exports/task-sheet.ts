import type { Writable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { findPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { findTaskGroup } from '../task-groups/task-group.directory.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { bearersOf, groupOfKey } from '../tasks/bearers.ts';
import { findLatestReport, listAssignees } from '../tasks/task.directory.ts';
import type { Task } from '../tasks/task.entity.ts';
import type { TaskFilter } from '../tasks/task.filter.ts';
import { orderKeys, taskQuery } from '../tasks/task.query.ts';
import { askerOf } from '../tasks/task.service.ts';
import { daysLateOn, standingOn } from '../tasks/task.standing.ts';
import { TaskState } from '../tasks/task.state.ts';
import {
  BLOC_WORDS,
  COLUMNS,
  FILTER_WORDS,
  KIND_WORDS,
  SHEET,
  STANDING_WORDS,
  STATE_WORDS,
  vietnameseDate,
  YES,
} from './task-sheet.words.ts';

const BATCH = 200;
const HEADING_ROWS = 5;

/** Writes the tasks of a filter as a workbook, batch by batch: neither the rows nor the file are ever held whole. */
export async function writeTaskSheet(context: PlansContext, filter: TaskFilter, output: Writable): Promise<number> {
  // Loaded when first needed: it is large, and most of the day nobody exports.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Liên Thông';
  const sheet = workbook.addWorksheet(SHEET.name, {
    views: [{ state: 'frozen', ySplit: HEADING_ROWS }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(({ key, width }) => ({ key, width }));
  await writeHeading(sheet, context, filter);
  let place = 0;
  for (let batch = await nextBatch(context, filter, null); batch.length > 0; ) {
    for (const row of await rowsOf(context, batch, place)) sheet.addRow(row).commit();
    place += batch.length;
    batch = batch.length < BATCH ? [] : await nextBatch(context, filter, batch.at(-1) ?? null);
  }
  sheet.autoFilter = {
    from: { row: HEADING_ROWS, column: 1 },
    to: { row: HEADING_ROWS + place, column: COLUMNS.length },
  };
  sheet.commit();
  await workbook.commit();
  return place;
}

async function writeHeading(sheet: ExcelJS.Worksheet, context: PlansContext, filter: TaskFilter): Promise<void> {
  const head = (text: string, font: Partial<ExcelJS.Font>): void => {
    const row = sheet.addRow([text]);
    row.font = font;
    row.commit();
  };
  head(SHEET.title, { bold: true, size: 14 });
  head(SHEET.asOf(vietnameseDate(context.clock.today())), { italic: true });
  head(SHEET.filters(await filterInWords(context, filter)), { italic: true });
  sheet.addRow([]).commit();
  const titles = sheet.addRow(COLUMNS.map(({ title }) => title));
  titles.font = { bold: true };
  titles.alignment = { wrapText: true, vertical: 'middle' };
  titles.commit();
}

async function nextBatch(context: PlansContext, filter: TaskFilter, after: Task | null): Promise<Task[]> {
  return context.read((manager) => {
    const query = taskQuery(manager, filter, askerOf(context));
    if (after) {
      query.andWhere('(task.plan_id, task.ordinal, task.id) > (:afterPlan, :afterOrdinal, :afterId)', {
        afterPlan: after.planId,
        afterOrdinal: after.ordinal,
        afterId: after.id,
      });
    }
    for (const key of orderKeys(null)) query.addOrderBy(key.sql);
    return query.limit(BATCH).getMany();
  });
}

type Row = Record<(typeof COLUMNS)[number]['key'], string | number | null>;

async function rowsOf(context: PlansContext, tasks: Task[], before: number): Promise<Row[]> {
  const today = context.clock.today();
  const { hierarchy } = context;
  return Promise.all(
    tasks.map(async (task, index): Promise<Row> => {
      const [plan, group, assignees, report] = await Promise.all([
        findPlan(context, task.planId),
        findTaskGroup(context, task.taskGroupId),
        listAssignees(context, task.id),
        findLatestReport(context, task.id),
      ]);
      const names = (side: Assignee['side']): string =>
        assignees
          .filter((assignee) => assignee.side === side)
          .map((assignee) => nameOf(context, assignee))
          .join('; ');
      const count = bearersOf(task, hierarchy, today).length;
      const done = task.state === TaskState.COMPLETED ? count : task.bearersDone;
      return {
        place: before + index + 1,
        plan: plan?.number ?? plan?.title ?? '',
        group: group ? `${group.code}. ${group.title}` : '',
        number: task.number ?? '',
        title: task.title,
        leads: names('LEAD'),
        coordinators: names('COORDINATOR'),
        deadline: task.deadline.text,
        dueOn: vietnameseDate(task.deadline.dueOn),
        standing: STANDING_WORDS[standingOn(today, task)],
        state: STATE_WORDS[task.state],
        percent: task.percent,
        bearers: count > 1 ? `${done}/${count}` : '',
        completedOn: vietnameseDate(task.completedOn),
        daysLate: daysLateOn(today, task),
        expectedResult: task.expectedResult ?? '',
        basis: task.basis ?? '',
        summary: report?.summary ?? '',
        obstacle: report?.obstacle ?? '',
      };
    }),
  );
}

function nameOf({ hierarchy }: PlansContext, { unitId, groupId, externalName }: Assignee): string {
  if (unitId !== null) return hierarchy.find(unitId)?.name ?? unitId;
  return (groupId === null ? externalName : (hierarchy.group(groupId)?.name ?? groupId)) ?? '';
}

async function filterInWords(context: PlansContext, filter: TaskFilter): Promise<string> {
  const known = await context.read(async (manager) => ({
    plans: filter.planId ? await manager.findBy(Plan, { id: In([filter.planId]) }) : [],
    groups: filter.taskGroupId ? await manager.findBy(TaskGroup, { id: In([filter.taskGroupId]) }) : [],
  }));
  const unit = (key: string): string => {
    const groupId = groupOfKey(key);
    return (groupId ? context.hierarchy.group(groupId)?.name : context.hierarchy.find(key)?.name) ?? key;
  };
  const say: { [K in keyof TaskFilter]-?: (value: NonNullable<TaskFilter[K]>) => string } = {
    search: (value) => `“${value}”`,
    planId: (id) => known.plans[0]?.number ?? known.plans[0]?.title ?? id,
    taskGroupId: (id) => known.groups[0]?.title ?? id,
    unitId: unit,
    leadUnitId: unit,
    coordinatingUnitId: unit,
    bloc: (value) => BLOC_WORDS[value],
    standing: (values) => values.map((value) => STANDING_WORDS[value]).join(', '),
    state: (values) => values.map((value) => STATE_WORDS[value]).join(', '),
    deadlineKind: (values) => values.map((value) => KIND_WORDS[value]).join(', '),
    dueFrom: vietnameseDate,
    dueTo: vietnameseDate,
    assignedToMe: () => YES,
  };
  const words = (Object.keys(FILTER_WORDS) as (keyof TaskFilter)[]).flatMap((name) => {
    const value = filter[name];
    if (value === undefined || value === null || value === false || value === '') return [];
    return `${FILTER_WORDS[name]}: ${(say[name] as (value: unknown) => string)(value)}`;
  });
  return words.length === 0 ? SHEET.noFilter : words.join('; ');
}
