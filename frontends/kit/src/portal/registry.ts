import type { RegisteredModule } from './remotes.ts';

export interface Registry {
  modules: RegisteredModule[];
  portals?: Partial<Record<'PARTY' | 'GOVERNMENT', string>>;
}

let asked: Promise<Registry> | undefined;

/** Written into the page by the server; asked for anew when the page carries none, or a first attempt failed. */
export function askRegistry(): Promise<Registry> {
  asked ??= written() ?? fetched();
  asked.catch(() => {
    asked = undefined;
  });
  return asked;
}

function written(): Promise<Registry> | undefined {
  const text = document.getElementById('registry')?.textContent;
  return text ? Promise.resolve(JSON.parse(text) as Registry) : undefined;
}

async function fetched(): Promise<Registry> {
  const answer = await fetch('/modules.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`modules.json: ${answer.status}`);
  return answer.json() as Promise<Registry>;
}
