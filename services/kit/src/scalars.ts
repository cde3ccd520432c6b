import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Years that PostgreSQL knows and people may mean. */
const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The message speaks to programmers; the reason has a sentence for people (`refusal.ts`). */
function unreadable(reason: string, value: unknown, expected: string): GraphQLError {
  const shown = String(value).slice(0, 40);
  return new GraphQLError(`"${shown}" is not ${expected}.`, { extensions: { reason, shown } });
}

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw unreadable('NOT_A_DATE', value, 'a date such as 2025-11-20');
}

function parseDateTime(value: unknown): Date {
  if (typeof value === 'string' && DATE_TIME.test(value) && isCalendarDate(value.slice(0, 10))) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw unreadable('NOT_AN_INSTANT', value, 'an instant such as 2025-11-20T10:00:00+07:00');
}

/** A calendar date; in TypeScript a string `YYYY-MM-DD`, in PostgreSQL a `date`. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date (ngày), YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

/** An instant; in TypeScript a Date, in PostgreSQL a `timestamptz`. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant with its offset (thời điểm), ISO 8601.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseDateTime,
  parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : undefined),
});
