/** What each registered mutation takes: its fields from the published schema, a right value for each, and wrong ones. */
import { integratorToken, world } from './world.ts';

export interface FormField {
  name: string;
  /** `String`, `ID`, `Int`, `Float`, `Boolean`, `Date`, `DateTime`, or the name of an enum or of a form within. */
  type: string;
  isList: boolean;
}

let known: Promise<ReadonlyMap<string, FormField[]>> | undefined;

/** The fields of each mutation's input, by the mutation's name in the schema. */
export function formFields(): Promise<ReadonlyMap<string, FormField[]>> {
  known ??= readForms();
  return known;
}

async function readForms(): Promise<ReadonlyMap<string, FormField[]>> {
  const token = await integratorToken(world().integrator);
  const published = await fetch(world().graph.replace('/graphql', '/schema.graphql'), {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = (await published.text()).replace(/"""[\s\S]*?"""/g, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '');
  const bodyOf = (kind: string, name: string): string =>
    new RegExp(`^${kind} ${name}\\b[^{]*\\{([^}]*)\\}`, 'm').exec(text)?.[1] ?? '';
  const mutations = bodyOf('type', 'Mutation').matchAll(/(\w+)\(\s*input: (\w+)!\s*\)/g);
  return new Map(
    [...mutations].map(([, mutation = '', input = '']) => [
      mutation,
      [...bodyOf('input', input).matchAll(/(\w+): (\[?)(\w+)/g)].map(([, name = '', list, type = '']) => ({
        name,
        type,
        isList: list === '[',
      })),
    ]),
  );
}

/** Values that no field of the type may take. */
export function wrongValues({ type, isList }: FormField): { name: string; value: unknown; namesField: boolean }[] {
  if (isList) return [{ name: 'an object for a list', value: { deep: [[[{}]]] }, namesField: true }];
  const always = [{ name: 'an object', value: { deep: { deeper: {} } }, namesField: true }];
  if (type === 'Int' || type === 'Float')
    return [
      ...always,
      { name: 'a huge number', value: 1e300, namesField: type === 'Int' },
      { name: 'a text', value: 'một trăm', namesField: true },
    ];
  if (type === 'Date' || type === 'DateTime')
    return [
      ...always,
      ...['2025-02-30', '0000-00-00', 'hôm nay', '99999-01-01'].map((value) => ({
        name: value,
        value,
        namesField: true,
      })),
    ];
  if (type === 'Boolean') return always;
  return [
    ...always,
    { name: 'a NUL byte', value: 'a\u0000b', namesField: true },
    { name: 'ten thousand characters', value: 'ă'.repeat(10_000), namesField: false },
  ];
}
