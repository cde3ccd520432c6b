import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileSerialiser, type ValueFault } from '../src/execution/serialise.ts';
import { FinishedJson, stringifyAnswer } from '../src/graph/finished-json.ts';

const schema = buildSchema(`
  scalar Date
  type Query { task: Task tasks: [Task!] strict: [Task!]! found: [Found] organisation: Organisation }
  type Task { id: ID! title: String! due: Date state: State score: Float count: Int done: Boolean lead: Unit leads: [Unit!]! }
  interface Organisation { id: ID! name: String }
  type Unit implements Organisation { id: ID! name: String code: String }
  type Group implements Organisation { id: ID! name: String size: Int }
  union Found = Task | Unit
  enum State { ACTIVE DONE }
`);

function write(query: string, data: object, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const broken = validate(schema, document, specifiedRules);
  if (broken.length > 0) throw broken[0];
  const faults: [ValueFault, string][] = [];
  const text = compileSerialiser(schema, document)(data as never, {
    variables,
    isExplained: () => false,
    onFault: (fault, path) => faults.push([fault, path.join('.')]),
  });
  return { text, faults };
}

describe('an answer', () => {
  it('has its fields in the order of the request, whatever order they came in', () => {
    const { text } = write('{ task { title lead { name id } id } }', {
      task: { id: '1', lead: { id: 'u', name: 'A', secret: 'x' }, title: 'T' },
    });
    expect(text).toBe('{"task":{"title":"T","lead":{"name":"A","id":"u"},"id":"1"}}');
  });

  it('shows nothing that was not asked for', () => {
    expect(write('{ task { id } }', { task: { id: '1', title: 'T' }, other: 1 }).text).toBe('{"task":{"id":"1"}}');
  });

  it('joins what is asked of one field in several places', () => {
    const { text } = write(
      '{ task { id } ...More task { lead { id } } } fragment More on Query { task { lead { name } } }',
      {
        task: { id: '1', lead: { id: 'u', name: 'A' } },
      },
    );
    expect(text).toBe('{"task":{"id":"1","lead":{"name":"A","id":"u"}}}');
  });

  it('takes a part that is asked for under a condition only where the condition holds', () => {
    const query =
      'query ($more: Boolean!) { task @include(if: $more) { title } task { id ... @skip(if: $more) { due } } }';
    const data = { task: { id: '1', title: 'T', due: '2025-11-20' } };
    expect(write(query, data, { more: true }).text).toBe('{"task":{"title":"T","id":"1"}}');
    expect(write(query, data, { more: false }).text).toBe('{"task":{"id":"1","due":"2025-11-20"}}');
  });

  it('applies fragments by what an object turns out to be', () => {
    const { text } = write(
      '{ found { __typename ... on Unit { name } ... on Task { title } ... on Organisation { id } } }',
      {
        found: [{ __typename: 'Unit', id: 'u', name: 'A' }, { __typename: 'Task', title: 'T' }, null],
      },
    );
    expect(text).toBe('{"found":[{"__typename":"Unit","name":"A","id":"u"},{"__typename":"Task","title":"T"},null]}');
  });

  it('hides an object whose type clients do not know', () => {
    expect(write('{ found { __typename } }', { found: [{ __typename: 'Secret' }] })).toEqual({
      text: '{"found":[null]}',
      faults: [],
    });
  });

  it('needs no type where only fields of the interface are asked', () => {
    expect(write('{ organisation { name } }', { organisation: { name: 'A' } }).text).toBe(
      '{"organisation":{"name":"A"}}',
    );
  });

  it('says nothing (null) for a state clients do not know', () => {
    expect(write('{ task { id state } }', { task: { id: '1', state: 'INTERNAL_STATE' } })).toEqual({
      text: '{"task":{"id":"1","state":null}}',
      faults: [],
    });
  });

  it('takes back an object, or a list, that lacks what it must have, up to where null may stand', () => {
    expect(write('{ task { id title } }', { task: { id: '1', title: null } })).toEqual({
      text: '{"task":null}',
      faults: [['NULL_FOR_NON_NULL', 'task.title']],
    });
    expect(write('{ tasks { id } }', { tasks: [{ id: '1' }, null] }).text).toBe('{"tasks":null}');
    expect(write('{ tasks { leads { id } } }', { tasks: [{ leads: [{ id: null }] }] }).text).toBe('{"tasks":null}');
    expect(write('{ strict { id } }', { strict: null }).text).toBe('null');
  });

  it('accepts values of the right kind only', () => {
    const good = { id: 7, title: 'T', due: { any: ['thing'] }, score: 1.5, count: 3, done: false };
    expect(write('{ task { id title due score count done } }', { task: good }).text).toBe(
      '{"task":{"id":"7","title":"T","due":{"any":["thing"]},"score":1.5,"count":3,"done":false}}',
    );
    const bad = { score: 'much', count: 1.5, done: 'yes', lead: 'police', leads: 'none' };
    const { text, faults } = write('{ task { score count done lead { id } } }', { task: bad });
    expect(text).toBe('{"task":{"score":null,"count":null,"done":null,"lead":null}}');
    expect(faults.map(([fault]) => fault)).toEqual(Array(4).fill('VALUE_UNREADABLE'));
    expect(write('{ task { leads { id } } }', { task: bad }).text).toBe('{"task":null}');
  });

  it('escapes what would break out of its text', () => {
    expect(JSON.parse(write('{ task { title } }', { task: { title: '"\n\u2028\\</script>' } }).text)).toEqual({
      task: { title: '"\n\u2028\\</script>' },
    });
  });
});

describe('the finished text', () => {
  it('goes into the response as it is, without being parsed again', () => {
    expect(stringifyAnswer({ errors: undefined, data: new FinishedJson('{"a":1}') })).toBe('{"data":{"a":1}}');
    expect(stringifyAnswer({ errors: [{ message: 'x' }], data: new FinishedJson('null') })).toBe(
      '{"errors":[{"message":"x"}],"data":null}',
    );
    expect(stringifyAnswer({ errors: [{ message: 'x' }], data: null })).toBe(
      '{"errors":[{"message":"x"}],"data":null}',
    );
  });
});
