import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generatePeerKey, verifyActorToken } from '@lienthong/kit/peer';
import { afterEach, expect, test } from 'vitest';
import { graphPersonDirectory } from './person-directory.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const { privateJwk, publicJwk } = generatePeerKey('plans');

async function graphThatAnswers(body: string): Promise<{ url: string; tokens: string[] }> {
  const tokens: string[] = [];
  server = createServer((request, response) => {
    tokens.push(request.headers.authorization?.slice(7) ?? '');
    response.end(body);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens };
}

test('who works in a unit is asked of the graph, with this service’s own account and the province named', async () => {
  const graph = await graphThatAnswers(
    '{"data":{"unit":{"people":[{"person":{"id":"an-officer","displayName":"Chuyên viên – Sở Khoa học và Công nghệ"}},{"person":null}]}}}',
  );
  const directory = graphPersonDirectory(graph.url, privateJwk);
  expect(await directory.officerName('an-officer', '38.skhcn', '38')).toBe('Chuyên viên – Sở Khoa học và Công nghệ');
  expect(await directory.officerName('a-stranger', '38.skhcn', '38')).toBeNull();
  const { actor } = await verifyActorToken({ keys: [publicJwk] }, 'gateway', graph.tokens[0] ?? '');
  expect(actor).toMatchObject({ kind: 'service', id: 'plans', provinceIds: ['38'] });
});

test.each(['{"data":{"unit":null}}', '{"errors":[{"message":"no"}]}', '<html>', ''])(
  'an answer that tells nothing (%s) is no answer: the officer is not assumed to work there',
  async (body) => {
    const { url } = await graphThatAnswers(body);
    await expect(graphPersonDirectory(url, privateJwk).officerName('a', '38.skhcn', '38')).rejects.toMatchObject({
      reason: 'PEOPLE_UNKNOWN_NOW',
    });
  },
);

test('a graph that is away is no answer either', async () => {
  await expect(
    graphPersonDirectory('http://127.0.0.1:9', privateJwk).officerName('a', '38.skhcn', '38'),
  ).rejects.toMatchObject({ code: 'CONFLICT', reason: 'PEOPLE_UNKNOWN_NOW' });
});
