/** `pnpm ask QUERY [VARIABLES]`: one question to the running instance, as an integrating team's program would put it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout, Sentence } from './layout.ts';

interface Instance {
  graph: string;
  integrator: { clientId: string; clientSecret: string; tokenEndpoint: string; resource: string; scope: string };
}

try {
  const [query, variables] = process.argv.slice(2).filter((word) => word !== '--');
  if (!query) throw new Sentence("Say what to ask: pnpm ask '{ plans(first: 5) { nodes { number title } } }'");
  const file = join(readLayout().data, 'instance.json');
  if (!existsSync(file)) throw new Sentence('Nothing is running from this folder; `pnpm start` starts it.');
  const { graph, integrator } = JSON.parse(readFileSync(file, 'utf8')) as Instance;
  const basic = Buffer.from(`${integrator.clientId}:${integrator.clientSecret}`).toString('base64');
  const token = (await post(
    integrator.tokenEndpoint,
    { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${basic}` },
    new URLSearchParams({
      grant_type: 'client_credentials',
      scope: integrator.scope,
      resource: integrator.resource,
    }).toString(),
  )) as { access_token: string };
  const answer = await post(
    graph,
    { 'content-type': 'application/json', authorization: `Bearer ${token.access_token}` },
    JSON.stringify({ query, variables: variables ? JSON.parse(variables) : {} }),
  );
  console.log(JSON.stringify(answer, null, 2));
} catch (fault) {
  console.error(fault instanceof Sentence ? fault.message : fault);
  process.exitCode = 1;
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => {
    throw new Sentence(`Nothing answers at ${url}; is the instance running?`);
  });
  return answer.json();
}
