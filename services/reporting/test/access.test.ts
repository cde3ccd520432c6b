import { signActorToken } from '@lienthong/kit/peer';
import { operationsOf } from '@lienthong/kit/subgraph';
import { serviceActor } from '@lienthong/policy/actor';
import { operationsWithoutRule } from '@lienthong/policy/rule';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolvers } from '../src/service.ts';
import { makeActor, makeIntegrator, startWorld, type World } from './make.ts';

let world: World;
let obligationId: string;
let reportId: string;

const science = makeActor('38.skhcn', 'REPORTER');

/** The doors, each tried by everyone; the obligation is of Sở KH&CN, its recipient Văn phòng Tỉnh ủy. */
const PEOPLE = {
  'reporter of the unit': science,
  'head of the unit': makeActor('38.skhcn', 'APPROVER'),
  'viewer of the unit': makeActor('38.skhcn', 'VIEWER'),
  'reporter of another unit': makeActor('38.stp', 'REPORTER'),
  'recipient’s desk': makeActor('38.vptu', 'STANDING_AGENCY'),
  'recipient’s head': makeActor('38.vptu', 'APPROVER'),
  'recipient’s viewer': makeActor('38.vptu', 'VIEWER'),
  'unit above': makeActor('38.ubnd', 'APPROVER'),
  'auditor of the bloc': makeActor('38.ubnd', 'AUDITOR'),
  'auditor of the other bloc': makeActor('38.tinhuy', 'AUDITOR'),
  'desk of another province': makeActor('19.vptu', 'STANDING_AGENCY'),
  'integrator with the scope': makeIntegrator(['reporting:read']),
  'integrator without it': makeIntegrator(['units:read']),
  'nobody yet': makeActor('38.skhcn', 'VIEWER', { membership: null, memberships: [] }),
} as const;

type Who = keyof typeof PEOPLE;

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
  const { reportObligations } = await world
    .as(science)
    .data('{ reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.daily" }) { nodes { id } } }');
  obligationId = reportObligations.nodes[0].id;
  const input = { idempotencyKey: 'access-test-1', obligationId, figures: [], summary: 'Kết quả' };
  const { submitReport } = await world
    .as(science)
    .data('mutation($input: SubmitReportInput!) { submitReport(input: $input) { report { id } } }', { input });
  reportId = submitReport.report.id;
});
afterAll(() => world.stop());

test('every operation says who may call it', () => {
  const operations = operationsOf(resolvers);
  expect(operations.length).toBeGreaterThanOrEqual(14);
  expect(operationsWithoutRule(operations)).toEqual([]);
});

/** `yes`, `null` for what is as if it were not there, or the reason of the refusal. */
type Answer =
  | 'yes'
  | 'null'
  | 'NOT_ALLOWED'
  | 'NOT_THE_REPORTER'
  | 'NOT_THE_RECIPIENT'
  | 'OBLIGATION_NOT_FOUND'
  | 'REPORT_NOT_FOUND'
  | 'REPORT_EXISTS'
  | 'STALE_VERSION'
  | 'REGIME_NOT_FOUND'
  | 'OUT_OF_SCOPE'
  | 'NO_MEMBERSHIP';

interface Door {
  query: string;
  variables: () => Record<string, unknown>;
  expected: Record<Who, Answer>;
}

const CLOSED = { 'integrator without it': 'OUT_OF_SCOPE', 'nobody yet': 'NO_MEMBERSHIP' } as const;

const DOORS: Record<string, Door> = {
  'read the owed report': {
    query: 'query($id: ID!) { reportObligation(id: $id) { id } }',
    variables: () => ({ id: obligationId }),
    expected: {
      'reporter of the unit': 'yes',
      'head of the unit': 'yes',
      'viewer of the unit': 'yes',
      'reporter of another unit': 'null',
      'recipient’s desk': 'yes',
      'recipient’s head': 'yes',
      'recipient’s viewer': 'yes',
      'unit above': 'yes',
      'auditor of the bloc': 'yes',
      'auditor of the other bloc': 'null',
      'desk of another province': 'null',
      'integrator with the scope': 'yes',
      ...CLOSED,
    },
  },
  'read the report': {
    query: 'query($id: ID!) { report(id: $id) { id summary figures { key } } }',
    variables: () => ({ id: reportId }),
    expected: {
      'reporter of the unit': 'yes',
      'head of the unit': 'yes',
      'viewer of the unit': 'yes',
      'reporter of another unit': 'null',
      'recipient’s desk': 'yes',
      'recipient’s head': 'yes',
      'recipient’s viewer': 'yes',
      'unit above': 'yes',
      'auditor of the bloc': 'yes',
      'auditor of the other bloc': 'null',
      'desk of another province': 'null',
      'integrator with the scope': 'yes',
      ...CLOSED,
    },
  },
  'write the report': {
    query: 'mutation($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { report { id } } }',
    variables: () => ({ input: { idempotencyKey: 'access-save-1', obligationId, figures: [], summary: '' } }),
    expected: {
      'reporter of the unit': 'REPORT_EXISTS',
      'head of the unit': 'REPORT_EXISTS',
      'viewer of the unit': 'NOT_ALLOWED',
      'reporter of another unit': 'OBLIGATION_NOT_FOUND',
      'recipient’s desk': 'NOT_THE_REPORTER',
      'recipient’s head': 'NOT_THE_REPORTER',
      'recipient’s viewer': 'NOT_ALLOWED',
      'unit above': 'NOT_THE_REPORTER',
      'auditor of the bloc': 'NOT_ALLOWED',
      'auditor of the other bloc': 'NOT_ALLOWED',
      'desk of another province': 'OBLIGATION_NOT_FOUND',
      'integrator with the scope': 'OUT_OF_SCOPE',
      ...CLOSED,
    },
  },
  'accept the report': {
    query: 'mutation($input: AcceptReportInput!) { acceptReport(input: $input) { report { id } } }',
    variables: () => ({ input: { idempotencyKey: 'access-accept-1', reportId, expectedVersion: 99 } }),
    expected: {
      'reporter of the unit': 'NOT_ALLOWED',
      'head of the unit': 'NOT_THE_RECIPIENT',
      'viewer of the unit': 'NOT_ALLOWED',
      'reporter of another unit': 'NOT_ALLOWED',
      'recipient’s desk': 'STALE_VERSION',
      'recipient’s head': 'STALE_VERSION',
      'recipient’s viewer': 'NOT_ALLOWED',
      'unit above': 'NOT_THE_RECIPIENT',
      'auditor of the bloc': 'NOT_ALLOWED',
      'auditor of the other bloc': 'NOT_ALLOWED',
      'desk of another province': 'REPORT_NOT_FOUND',
      'integrator with the scope': 'OUT_OF_SCOPE',
      ...CLOSED,
    },
  },
  'see who is late': {
    query: '{ punctuality(regimeId: "th-285-kh-tu.daily") { owed } }',
    variables: () => ({}),
    expected: {
      'reporter of the unit': 'NOT_THE_RECIPIENT',
      'head of the unit': 'NOT_THE_RECIPIENT',
      'viewer of the unit': 'NOT_THE_RECIPIENT',
      'reporter of another unit': 'NOT_THE_RECIPIENT',
      'recipient’s desk': 'yes',
      'recipient’s head': 'yes',
      'recipient’s viewer': 'yes',
      'unit above': 'NOT_THE_RECIPIENT',
      'auditor of the bloc': 'yes',
      'auditor of the other bloc': 'yes',
      'desk of another province': 'REGIME_NOT_FOUND',
      'integrator with the scope': 'yes',
      ...CLOSED,
    },
  },
  'add the reports up': {
    query: '{ consolidated(regimeId: "th-285-kh-tu.daily", periodFrom: "2025-11-20") { owed } }',
    variables: () => ({}),
    expected: {
      'reporter of the unit': 'NOT_THE_RECIPIENT',
      'head of the unit': 'NOT_THE_RECIPIENT',
      'viewer of the unit': 'NOT_THE_RECIPIENT',
      'reporter of another unit': 'NOT_THE_RECIPIENT',
      'recipient’s desk': 'yes',
      'recipient’s head': 'yes',
      'recipient’s viewer': 'yes',
      'unit above': 'NOT_THE_RECIPIENT',
      'auditor of the bloc': 'yes',
      'auditor of the other bloc': 'yes',
      'desk of another province': 'REGIME_NOT_FOUND',
      'integrator with the scope': 'OUT_OF_SCOPE',
      ...CLOSED,
    },
  },
};

describe.each(Object.entries(DOORS))('%s', (_, door) => {
  test.each(Object.entries(door.expected))('%s: %s', async (who, expected) => {
    const { data, errors } = await world.as(PEOPLE[who as Who]).ask(door.query, door.variables());
    const [value] = Object.values((data ?? {}) as Record<string, unknown>);
    expect(errors?.[0]?.extensions.reason ?? (value === null ? 'null' : 'yes')).toBe(expected);
  });
});

test('an auditor counts only the units of the own bloc', async () => {
  const owed = async (who: Who) =>
    (await world.as(PEOPLE[who]).data('{ punctuality(regimeId: "th-285-kh-tu.daily") { owed } }')).punctuality.owed;
  const [all, government, party] = [
    await owed('recipient’s desk'),
    await owed('auditor of the bloc'),
    await owed('auditor of the other bloc'),
  ];
  expect(government + party).toBe(all);
});

test('another province shows up in no list and no count', async () => {
  const { reportObligations, reportingRegimes } = await world
    .as(PEOPLE['desk of another province'])
    .data('{ reportObligations(first: 100) { totalCount nodes { unit { id } } } reportingRegimes { id } }');
  const units = reportObligations.nodes.map((node: { unit: { id: string } }) => node.unit.id);
  expect(units.every((id: string) => id.startsWith('19.'))).toBe(true);
  expect(reportObligations.totalCount).toBe(units.length);
  expect(reportingRegimes.every((regime: { id: string }) => regime.id.startsWith('tn-'))).toBe(true);
});

describe('references from other services', () => {
  const ENTITIES = `query($r: [_Any!]!) { _entities(representations: $r) {
    ... on Unit { reportsOwed(first: 5) { totalCount } } ... on Plan { regimes { id } }
    ... on Task { reports { nodes { unit { id } } } } ... on Report { summary } ... on ReportObligation { state } } }`;
  const unit = { r: [{ __typename: 'Unit', id: '38.skhcn' }] };

  test('a unit’s owed reports are those the reader may see', async () => {
    const own = await world.as(science).data(ENTITIES, unit);
    expect(own._entities[0].reportsOwed.totalCount).toBeGreaterThan(0);
    const strange = await world.as(PEOPLE['desk of another province']).data(ENTITIES, unit);
    expect(strange._entities[0].reportsOwed.totalCount).toBe(0);
  });

  test('an integrator without the scope is refused, field by field', async () => {
    const { data, errors } = await world.as(PEOPLE['integrator without it']).ask(ENTITIES, unit);
    expect(data?._entities[0]).toEqual({ reportsOwed: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OUT_OF_SCOPE' });
  });

  test('a report behind the wall is as if it were not there', async () => {
    const variables = {
      r: [
        { __typename: 'Report', id: reportId },
        { __typename: 'ReportObligation', id: obligationId },
        { __typename: 'Report', id: 'not an id' },
      ],
    };
    expect((await world.as(PEOPLE['reporter of another unit']).data(ENTITIES, variables))._entities).toEqual([
      null,
      null,
      null,
    ]);
    expect((await world.as(science).data(ENTITIES, variables))._entities[0]).toEqual({ summary: 'Kết quả' });
  });

  test('a plan shows its regimes, a task the reports that speak of it', async () => {
    const { _entities } = await world.as(PEOPLE['recipient’s desk']).data(ENTITIES, {
      r: [
        { __typename: 'Plan', id: 'th-285-kh-tu' },
        { __typename: 'Task', id: 'th-285-kh-tu.1' },
      ],
    });
    expect(_entities[0].regimes.map((regime: { id: string }) => regime.id)).toContain('th-285-kh-tu.weekly');
    expect(_entities[1].reports.nodes).toEqual([]);
  });
});

test('an unsigned call, a call signed by a stranger, and a peer that speaks for a person are refused', async () => {
  const call = (authorization?: string) =>
    fetch(`${world.service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });
  expect((await call()).status).toBe(401);
  const forged = await signActorToken(world.keys.privateKey('plans'), 'reporting', science);
  expect((await call(`Bearer ${forged}`)).status).toBe(401);
});

test('another service is told of no report', async () => {
  const token = await signActorToken(world.keys.privateKey('plans'), 'reporting', serviceActor('plans', ['38']));
  const response = await fetch(`${world.service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: `{ _entities(representations: [{ __typename: "Report", id: "${reportId}" }]) { __typename } }`,
    }),
  });
  expect(await response.json()).toMatchObject({ data: { _entities: [null] } });
});
