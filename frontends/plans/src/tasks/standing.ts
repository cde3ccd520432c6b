import type { Counts } from '@lienthong/frontend-kit/ui/stacked-bar.tsx';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import type { FiguresCountedFragment, TaskStanding } from '../generated/graphql.ts';

export const toneOf: Record<TaskStanding, Tone> = {
  COMPLETED: 'done',
  COMPLETED_LATE: 'doneLate',
  IN_PROGRESS: 'inProgress',
  AT_RISK: 'atRisk',
  OVERDUE: 'late',
  NOT_DUE: 'notDue',
};

export const standings = Object.keys(toneOf) as TaskStanding[];

export function standingOf(tone: Tone): TaskStanding {
  return standings.find((standing) => toneOf[standing] === tone) ?? 'IN_PROGRESS';
}

export function countsOf(figures: FiguresCountedFragment): Counts {
  return {
    done: figures.completed,
    doneLate: figures.completedLate,
    inProgress: figures.inProgress,
    atRisk: figures.atRisk,
    late: figures.overdue,
    notDue: figures.notDue,
  };
}
