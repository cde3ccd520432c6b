import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { Random } from '../src/seeds/random.ts';
import { DeadlineKind } from '../src/tasks/deadline.ts';
import { type StandingFacts, standingOn } from '../src/tasks/task.standing.ts';
import { TaskState } from '../src/tasks/task.state.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ schema: 'plans', migrations });
});
afterAll(() => database?.drop());

const day = (random: Random): string =>
  new Date(Date.UTC(2025, 5, 1) + random.between(0, 400) * 86_400_000).toISOString().slice(0, 10);

test('the database and the service agree on 20,000 tasks how each stands', async () => {
  const random = new Random(20);
  const states = Object.values(TaskState) as [TaskState, ...TaskState[]];
  const kinds = Object.values(DeadlineKind) as [DeadlineKind, ...DeadlineKind[]];
  const rows = Array.from({ length: 20_000 }, () => {
    const state = random.pick(states);
    return {
      state,
      kind: random.pick(kinds),
      due_on: random.chance(0.85) ? day(random) : null,
      runs_from: day(random),
      completed_on: state === 'COMPLETED' && random.chance(0.95) ? day(random) : null,
      percent: random.chance(0.8) ? random.between(0, 100) : null,
      today: day(random),
    };
  });
  const answers = await database.sql<{ standing: string }>(
    `select plans.task_standing(r->>'state', r->>'kind', (r->>'due_on')::date, (r->>'runs_from')::date,
         (r->>'completed_on')::date, (r->>'percent')::int, (r->>'today')::date) as standing
     from jsonb_array_elements($1) with ordinality as t(r, place) order by place`,
    [JSON.stringify(rows)],
  );
  const differences = rows.filter((row, index) => {
    const facts: StandingFacts = {
      state: row.state,
      deadline: { kind: row.kind, dueOn: row.due_on },
      runsFrom: row.runs_from,
      completedOn: row.completed_on,
      percent: row.percent,
    };
    return standingOn(row.today, facts) !== answers[index]?.standing;
  });
  expect(answers).toHaveLength(rows.length);
  expect(differences).toEqual([]);
  expect(new Set(answers.map(({ standing }) => standing)).size).toBe(6);
});
