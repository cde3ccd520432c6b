import type { PlansContext } from '../context.ts';
import type { Bloc } from '../units/unit.reference.ts';
import { figuresOfGroup, figuresOfPlan, figuresOfUnit, type UnitFiguresAsked } from './figures.loader.ts';
import type { TaskFigures } from './task-figures.ts';

/** How the tasks that may be seen stand: of a plan, and of one bloc in it. */
export const planFigures = (context: PlansContext, planId: string, bloc: Bloc | null): Promise<TaskFigures> =>
  context.loaders.for(figuresOfPlan).load(`${planId}|${bloc ?? ''}`);

export const groupFigures = (context: PlansContext, groupId: string): Promise<TaskFigures> =>
  context.loaders.for(figuresOfGroup).load(groupId);

/** Of a unit, measured by its own part. */
export const unitFigures = (context: PlansContext, asked: UnitFiguresAsked): Promise<TaskFigures> =>
  context.loaders.for(figuresOfUnit).load(JSON.stringify(asked));
