/** A portal as a program uses it: signed in by the issuer's form, asking registered operations with the session's cookie. */
import { world } from './world.ts';

export type Portal = 'party' | 'government';

export interface Answer {
  status: number;
  /** As it came, to be searched for what must not be in it. */
  text: string;
  data: Record<string, unknown> | null;
  errors: Fault[];
}

export interface Fault {
  message: string;
  extensions: { code?: string; reason?: string; field?: string; data?: { detail?: string } };
}

interface Operation {
  name: string;
  hash: string;
  isMutation: boolean;
}

let known: Promise<ReadonlyMap<string, Operation>> | undefined;

/** What the modules and the portals themselves have registered, by name. */
export function registeredOperations(): Promise<ReadonlyMap<string, Operation>> {
  known ??= readOperations();
  return known;
}

async function readOperations(): Promise<ReadonlyMap<string, Operation>> {
  const registry = (await (await fetch(`${world().portals.party}/modules.json`)).json()) as Registry;
  const found = new Map<string, Operation>();
  for (const { operations } of [...registry.modules, ...registry.shells]) {
    const list = (await (await fetch(operations)).json()) as { operations: Record<string, string> };
    for (const [hash, text] of Object.entries(list.operations)) {
      const [, kind, name] = /\b(query|mutation) (\w+)/.exec(text) ?? [];
      if (name) found.set(name, { name, hash, isMutation: kind === 'mutation' });
    }
  }
  return found;
}

interface Registry {
  modules: { operations: string }[];
  shells: { operations: string }[];
}

/** Cookies as a browser keeps them, told apart by path and by nothing else: all is one host. */
class Cookies {
  readonly #kept = new Map<string, { value: string; path: string }>();

  take(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '') this.#kept.delete(name);
      else this.#kept.set(name, { value, path });
    }
  }

  header(address: URL): string {
    return [...this.#kept]
      .filter(([, { path }]) => address.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }
}

export class PortalSession {
  readonly origin: string;
  readonly #cookies: Cookies;

  constructor(portal: Portal, cookies = new Cookies()) {
    this.origin = world().portals[portal];
    this.#cookies = cookies;
  }

  /** A registered operation, sent by its hash as the pages send it. */
  async operate(name: string, variables: object = {}): Promise<Answer> {
    const operation = (await registeredOperations()).get(name);
    if (!operation) throw new Error(`No module has registered ${name}.`);
    return this.post(JSON.stringify(requestOf(operation, variables)));
  }

  /** A text sent as the pages send files. */
  async send(path: string, text: string): Promise<Answer> {
    const address = new URL(path, this.origin);
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'x-requested-with': 'lienthong',
        origin: this.origin,
        cookie: this.#cookies.header(address),
      },
      body: text,
    });
    return readAnswer(answer);
  }

  async post(body: string, headers: Record<string, string> = {}): Promise<Answer> {
    const address = new URL('/graphql', this.origin);
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: this.origin,
        cookie: this.#cookies.header(address),
        ...headers,
      },
      body,
    });
    return readAnswer(answer);
  }
}

export function requestOf(operation: Pick<Operation, 'name' | 'hash'>, variables: object): object {
  return {
    operationName: operation.name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
  };
}

export async function readAnswer(answer: Response): Promise<Answer> {
  const text = await answer.text();
  const body = JSON.parse(text || '{}') as {
    data?: Answer['data'];
    errors?: Fault[];
    error?: { message: string; code?: string; reason?: string };
  };
  const { error } = body;
  const single = error ? [{ message: error.message, extensions: { code: error.code, reason: error.reason } }] : [];
  return { status: answer.status, text, data: body.data ?? null, errors: body.errors ?? single };
}

/** One root field of an answer that must have it. */
export function partOf<T>({ data, text }: Answer, field: string): T {
  const part = data?.[field];
  if (part === null || part === undefined) throw new Error(`No ${field} in ${text.slice(0, 300)}`);
  return part as T;
}

/** Portal, issuer's form, back to the portal: what a browser does, without one. */
export async function signInByForm(login: string, portal: Portal): Promise<PortalSession> {
  const cookies = new Cookies();
  const formAnswer = await follow(new URL('/sign-in', world().portals[portal]), cookies);
  const form = new URL(/<form method="post" action="([^"]+)"/.exec(formAnswer.text)?.[1] ?? '', formAnswer.address);
  const arrived = await follow(form, cookies, new URLSearchParams({ login, password: world().password }));
  if (arrived.address.origin !== world().portals[portal] || arrived.address.pathname !== '/')
    throw new Error(`${login} was not let in: ${arrived.address.pathname}`);
  return new PortalSession(portal, cookies);
}

async function follow(start: URL, cookies: Cookies, form?: URLSearchParams): Promise<{ address: URL; text: string }> {
  let address = start;
  let body = form;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(address, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: cookies.header(address),
        ...(body ? { origin: address.origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      body,
      redirect: 'manual',
    });
    cookies.take(answer);
    const text = await answer.text();
    const location = answer.headers.get('location');
    if (!location) return { address, text };
    address = new URL(location, address);
    body = undefined;
  }
  throw new Error(`Signing in leads in circles, last to ${address.pathname}.`);
}
