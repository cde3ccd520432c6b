/** Every registered mutation in wrong hands, from wrong places and with wrong values: a sentence, and nothing changed. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Deed, makeDeeds } from '../src/deeds.ts';
import { formFields, wrongValues } from '../src/form-inputs.ts';
import {
  type Answer,
  type Portal,
  PortalSession,
  partOf,
  registeredOperations,
  requestOf,
  signInByForm,
} from '../src/portal-session.ts';
import { ask, integratorToken, world } from '../src/world.ts';

const portals: Record<string, Portal> = {
  'skhcn-chuyenvien': 'government',
  'skhcn-giamdoc': 'government',
  'skhcn-thuongtruc': 'government',
  'congan-antoan': 'government',
  'quantri-chinhquyen': 'government',
  'stuphap-chuyenvien': 'government',
  'nguoixem-chinhquyen': 'government',
  'kiemtoan-dang': 'party',
  'hacthanh-du-chuyenvien': 'party',
  'nguoixem-dang': 'party',
  'thainguyen-thuongtruc': 'party',
};
/** A viewer of the same bloc, a neighbouring department, the other bloc's auditor and ward, and another province. */
const wrongHands = [
  'nguoixem-chinhquyen',
  'stuphap-chuyenvien',
  'kiemtoan-dang',
  'hacthanh-du-chuyenvien',
  'thainguyen-thuongtruc',
];
const innards =
  /node_modules|\.[jt]s:\d|\/(work|tmp|home|srv|root|usr)\/|select .* from|relation \\"|QueryFailed|postgres|duplicate key|violates| {4}at \w/i;

const sessions = new Map<string, PortalSession>();
let token = '';
let deeds: Map<string, Deed>;

const session = (login: string): PortalSession => sessions.get(login) as PortalSession;
const fieldName = (operation: string): string => operation.charAt(0).toLowerCase() + operation.slice(1);
const fresh = (input: Record<string, unknown>): { input: Record<string, unknown> } => ({
  input: { ...input, idempotencyKey: randomUUID() },
});

/** Everything the deeds could change, as an integrator reads it. */
async function standing(): Promise<unknown> {
  const answer = await ask(
    token,
    `{
      tasks(first: 100) { totalCount nodes { id version state percent assignments { id } progressReports(first: 5) { totalCount nodes { id version state } } } }
      reportObligations(first: 100) { totalCount nodes { id state report { id version state } } }
      informationSystems(first: 100) { totalCount nodes { id version level dossier { id version state } checks { id } } }
      units(first: 100) { totalCount nodes { id version name validTo } }
      unitChanges(from: "2025-01-01", to: "2030-01-01", first: 1) { totalCount }
    }`,
  );
  const skhcn = await session('skhcn-giamdoc').operate('UnitDetail', { id: '38.skhcn' });
  return { answer, people: partOf<{ people: unknown }>(skhcn, 'unit').people };
}

const mutations = async (): Promise<string[]> =>
  [...(await registeredOperations()).values()].filter(({ isMutation }) => isMutation).map(({ name }) => name);

function expectSentence(answer: Answer, context: string): void {
  expect(answer.errors.length, context).toBeGreaterThan(0);
  const [fault] = answer.errors;
  expect(fault?.extensions.code, `${context}: ${answer.text.slice(0, 300)}`).not.toBe('INTERNAL');
  expect(fault?.message, context).toMatch(/\p{L}+ \p{L}+/u);
  expect(answer.text, context).not.toMatch(innards);
}

beforeAll(async () => {
  token = await integratorToken(world().integrator);
  for (const [login, portal] of Object.entries(portals)) sessions.set(login, await signInByForm(login, portal));
  deeds = await makeDeeds((login) => session(login));
}, 60_000);

describe('a form in wrong hands', () => {
  it('is known to this test for every registered mutation', async () => {
    expect((await mutations()).filter((name) => !deeds.has(name))).toEqual([]);
  });

  it('is refused to each wrong role, unit, bloc and province, and changes nothing', async () => {
    const before = await standing();
    let tried = 0;
    for (const [name, { input }] of deeds)
      for (const login of wrongHands) {
        const answer = await session(login).operate(name, fresh(input));
        expectSentence(answer, `${login} ${name}`);
        expect(['FORBIDDEN', 'NOT_FOUND'], `${login} ${name} ${answer.text.slice(0, 300)}`).toContain(
          answer.errors[0]?.extensions.code,
        );
        tried += 1;
      }
    expect(await standing()).toEqual(before);
    console.log(`forms: ${tried} refused to wrong hands`);
  });

  it('is refused without a session, from another site and as another type, and changes nothing', async () => {
    const before = await standing();
    const operations = await registeredOperations();
    for (const [name, { by, input }] of deeds) {
      const operation = operations.get(name);
      if (!operation) throw new Error(`${name} is not registered.`);
      const body = JSON.stringify(requestOf(operation, fresh(input)));
      const refused: [Answer, number][] = [
        [await new PortalSession('government').post(body), 401],
        [await session(by).post(body, { origin: 'https://elsewhere.example' }), 403],
        [await session(by).post(body, { origin: world().portals.party }), 403],
        [await session(by).post(body, { 'content-type': 'text/plain' }), 415],
        [await session(by).post(body, { 'content-type': 'application/x-www-form-urlencoded' }), 415],
      ];
      for (const [answer, status] of refused) {
        expect(answer.status, name).toBe(status);
        expectSentence(answer, name);
      }
    }
    expect(await standing()).toEqual(before);
  });
});

describe('a form with wrong values', () => {
  it('is refused with the field named, never with an accident or anything of the inside', async () => {
    const before = await standing();
    const fields = await formFields();
    const faults: string[] = [];
    let tried = 0;
    for (const [name, { by, input }] of deeds)
      for (const field of fields.get(fieldName(name)) ?? [])
        for (const wrong of wrongValues(field)) {
          const answer = await session(by).operate(name, {
            input: { ...fresh(input).input, [field.name]: wrong.value },
          });
          tried += 1;
          const [fault] = answer.errors;
          const code = fault?.extensions.code;
          const told = `${name}.${field.name} ${wrong.name}: ${answer.text.slice(0, 200)}`;
          if (!fault) faults.push(`taken: ${told}`);
          else if (code === 'INTERNAL' || code === undefined || innards.test(answer.text))
            faults.push(`accident: ${told}`);
          else if (wrong.namesField && (code !== 'INVALID' || !fault.extensions.field?.startsWith(field.name)))
            faults.push(`not named: ${told}`);
        }
    console.log(`forms: ${tried} wrong values tried`);
    expect(faults).toEqual([]);
    expect(await standing()).toEqual(before);
  });

  it('survives names of prototypes, forms that are too deep and too large', async () => {
    const operation = (await registeredOperations()).get('AssignTask');
    const deed = deeds.get('AssignTask') as Deed;
    if (!operation) throw new Error('AssignTask is not registered.');
    const bodyWith = (extra: string): string =>
      JSON.stringify(requestOf(operation, fresh(deed.input))).replace('"input":{', `"input":{${extra},`);
    const bodies = [
      bodyWith('"__proto__":{"polluted":true}'),
      bodyWith('"constructor":{"prototype":{"polluted":true}}'),
      bodyWith(`"note2":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ];
    for (const body of bodies) {
      const answer = await session(deed.by).post(body);
      expectSentence(answer, body.slice(0, 200));
      expect(answer.errors[0]?.extensions.code).toBe('INVALID');
    }
    const large = await session(deed.by).post(bodyWith(`"note2":"${'x'.repeat(1_200_000)}"`));
    expect(large.status).toBe(413);
    expectSentence(large, 'large');
    expect((await session(deed.by).operate('MyWorkCount')).errors).toEqual([]);
  });
});

describe('a form sent twice', () => {
  it('has one effect when both arrive at once, and is refused when the second says something else', async () => {
    const { by, input } = deeds.get('RegisterSystem') as Deed;
    const code = `HAI-LAN-${Date.now()}`;
    const twice = { input: { ...input, code, idempotencyKey: randomUUID() } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => session(by).operate('RegisterSystem', twice)));
    const ids = answers.map(({ data }) => (data?.registerSystem as { system: { id: string } } | undefined)?.system.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeTruthy();
    const found = await session(by).operate('SystemList', { first: 5, filter: { search: code } });
    expect(partOf<{ totalCount: number }>(found, 'informationSystems').totalCount).toBe(1);
    const other = await session(by).operate('RegisterSystem', { input: { ...twice.input, name: 'Một hệ thống khác' } });
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });
});
