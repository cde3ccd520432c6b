import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column } from 'typeorm';

export enum DeadlineKind {
  DATE = 'DATE',
  BEFORE_DATE = 'BEFORE_DATE',
  END_OF_MONTH = 'END_OF_MONTH',
  END_OF_QUARTER = 'END_OF_QUARTER',
  END_OF_YEAR = 'END_OF_YEAR',
  RECURRING = 'RECURRING',
  ONGOING = 'ONGOING',
  UPON_EVENT = 'UPON_EVENT',
  PER_UPSTREAM_PLAN = 'PER_UPSTREAM_PLAN',
  PHASED = 'PHASED',
  DONE = 'DONE',
  NONE = 'NONE',
}
registerEnumType(DeadlineKind, {
  name: 'DeadlineKind',
  description: 'What the words of a deadline mean (loại thời hạn).',
  valuesConfig: {
    DATE: { description: 'On a day that the document names.' },
    BEFORE_DATE: { description: 'Before a named day: the last good day is the one before it.' },
    END_OF_MONTH: { description: 'By the last day of a month.' },
    END_OF_QUARTER: { description: 'By the last day of a quarter.' },
    END_OF_YEAR: { description: 'By 31 December.' },
    RECURRING: { description: 'Again in every period; never falls due as a whole.' },
    ONGOING: { description: 'Continuous work (nhiệm vụ thường xuyên); never falls due.' },
    UPON_EVENT: { description: 'As soon as something else has happened.' },
    PER_UPSTREAM_PLAN: { description: 'As a plan of a higher level will say.' },
    PHASED: { description: 'In phases, each with its own time.' },
    DONE: { description: 'Already done when the document was signed.' },
    NONE: { description: 'The document states no time.' },
  },
});

export enum Cadence {
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  YEARLY = 'YEARLY',
}
registerEnumType(Cadence, { name: 'Cadence', description: 'How often a recurring task comes round (định kỳ).' });

@ObjectType({ description: 'When a task is to be done: the words of the document and what they mean (thời hạn).' })
export class Deadline {
  @Field(() => DeadlineKind, { description: 'What the words mean.' })
  @Column('text')
  kind!: DeadlineKind;

  @Field(() => String, { description: 'The words of the document.' })
  @Column('text')
  text!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the work, where the document names one.' })
  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the task is still on time.' })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Field(() => Cadence, { nullable: true, description: 'How often it comes round, for a recurring task.' })
  @Column('text', { nullable: true })
  cadence!: Cadence | null;

  @Field(() => Boolean, { description: 'Whether the work goes on after the date.' })
  @Column('boolean', { default: false })
  thenOngoing!: boolean;
}

/** The kinds whose `dueOn` can pass; all others are never late by date (QĐ 23/2018/QĐ-TTg leaves routine work out). */
export const DATED_KINDS: ReadonlySet<DeadlineKind> = new Set([
  DeadlineKind.DATE,
  DeadlineKind.BEFORE_DATE,
  DeadlineKind.END_OF_MONTH,
  DeadlineKind.END_OF_QUARTER,
  DeadlineKind.END_OF_YEAR,
  DeadlineKind.PHASED,
]);

export function fallsDue(deadline: Pick<Deadline, 'kind' | 'dueOn'>): boolean {
  return DATED_KINDS.has(deadline.kind) && deadline.dueOn !== null;
}

/** Continuous and recurring work is reported for ever and is never claimed as completed. */
export function canBeCompleted(deadline: Pick<Deadline, 'kind' | 'thenOngoing'>): boolean {
  if (deadline.kind === DeadlineKind.ONGOING || deadline.kind === DeadlineKind.RECURRING) return false;
  return !(deadline.kind === DeadlineKind.DONE && deadline.thenOngoing);
}

const lastDayOfMonth = (date: string): boolean => {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
};

/** What is wrong with a deadline as data, or null: the loader of the seeds refuses a document with a wrong one. */
export function faultOf(deadline: Deadline): string | null {
  const { kind, dueOn, startsOn, cadence } = deadline;
  if (startsOn !== null && dueOn !== null && startsOn > dueOn) return 'starts after it is due';
  if (!DATED_KINDS.has(kind) && dueOn !== null) return `${kind} has no due date`;
  if (kind !== DeadlineKind.PHASED && DATED_KINDS.has(kind) && dueOn === null) return `${kind} needs a due date`;
  if (kind === DeadlineKind.RECURRING && cadence === null) return 'RECURRING needs a cadence';
  if (dueOn === null) return null;
  if (kind === DeadlineKind.END_OF_MONTH && !lastDayOfMonth(dueOn)) return 'not the last day of a month';
  if (kind === DeadlineKind.END_OF_QUARTER && !/-(03-31|06-30|09-30|12-31)$/.test(dueOn)) {
    return 'not the last day of a quarter';
  }
  if (kind === DeadlineKind.END_OF_YEAR && !dueOn.endsWith('-12-31')) return 'not 31 December';
  return null;
}
