import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { addressRefusal, classify, type ProbePolicy, pinAddress } from '../src/checks/address-guard.ts';
import { probe } from '../src/checks/probe.ts';
import { keyPem, makeCertificate } from '../src/demonstration/certificate-maker.ts';

const strict: ProbePolicy = { allowedCidrs: [], allowedPorts: [], ownPorts: [4024], extraCa: null };
const home: ProbePolicy = { ...strict, allowedCidrs: ['127.0.0.1/32', '10.38.0.0/16'], allowedPorts: [4025] };
const publicAddress = '93.184.215.14';

describe('addresses that are never asked', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback in IPv6'],
    ['0.0.0.0', 'no address'],
    ['2130706433', '127.0.0.1 in decimal'],
    ['0177.0.0.1', '127.0.0.1 in octal'],
    ['0x7f000001', '127.0.0.1 in hexadecimal'],
    ['::ffff:127.0.0.1', '127.0.0.1 inside IPv6'],
    ['169.254.169.254', 'metadata'],
    ['10.0.0.1', 'private'],
    ['fe80::1', 'link-local in IPv6'],
  ])('%s (%s)', async (host) => {
    await expect(pinAddress(host, 443, strict)).rejects.toMatchObject({ reason: 'ADDRESS_NOT_ALLOWED' });
  });

  it.each([
    '127.1',
    '0x7f.1',
    '192.168.1.1',
    '172.31.255.255',
    '100.64.0.1',
    '100.100.100.200',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    '2001::1',
    '::127.0.0.1',
    '198.18.0.1',
    '192.0.2.1',
    '[::1]',
  ])('%s', async (host) => {
    await expect(pinAddress(host, 443, strict)).rejects.toMatchObject({ reason: 'ADDRESS_NOT_ALLOWED' });
  });

  it.each(['a b', 'user@host', 'host/path', 'host:80', '', 'http://host', 'a\nb', 'x?y'])(
    '"%s" is no host',
    async (host) => {
      await expect(pinAddress(host, 443, strict)).rejects.toMatchObject({ reason: 'ADDRESS_NOT_ALLOWED' });
    },
  );

  it('is never offered by a list of ranges either: link-local and metadata stay closed', () => {
    const open: ProbePolicy = { ...strict, allowedCidrs: ['0.0.0.0/0', '::/0'], allowedPorts: [1] };
    for (const address of ['169.254.169.254', 'fe80::1', '0.0.0.0', '::ffff:127.0.0.1', '100.100.100.200'])
      expect(addressRefusal(address, 443, open)).not.toBeNull();
  });
});

describe('what a deployment may open', () => {
  it.each([
    [publicAddress, 443, strict, true],
    [publicAddress, 80, strict, true],
    [publicAddress, 22, strict, false],
    [publicAddress, 4025, home, true],
    ['2606:2800:21f:cb07::1', 443, strict, true],
    ['10.38.4.5', 443, home, true],
    ['10.39.0.1', 443, home, false],
    ['127.0.0.1', 4025, home, true],
    ['127.0.0.1', 443, home, false],
    ['127.0.0.2', 4025, home, false],
    ['127.0.0.1', 4024, { ...home, allowedPorts: [4024] }, false],
  ] as const)('%s port %i: %o gives %s', (address, port, policy, allowed) => {
    expect(addressRefusal(address, port, policy) === null).toBe(allowed);
  });

  it('tells loopback, private and public apart', () => {
    expect(['127.0.0.1', '192.168.0.1', publicAddress, 'fe80::1'].map(classify)).toEqual([
      'LOOPBACK',
      'PRIVATE',
      'PUBLIC',
      'NEVER',
    ]);
  });
});

describe('names', () => {
  it('are refused when only one of their addresses is forbidden', async () => {
    const resolve = async () => [publicAddress, '10.0.0.1'];
    await expect(pinAddress('two.example', 443, strict, resolve)).rejects.toMatchObject({
      reason: 'ADDRESS_NOT_ALLOWED',
    });
  });

  it('that have no address are unknown, not failed', async () => {
    const resolve = async () => Promise.reject(new Error('ENOTFOUND'));
    const result = await probe(
      { kind: 'TLS_CERTIFICATE', host: 'none.example', port: 443 },
      { policy: strict, resolve },
    );
    expect(result).toMatchObject({ outcome: 'UNKNOWN', reason: 'NAME_NOT_RESOLVED' });
  });
});

describe('a name server that changes its mind, and a server that sends us home', () => {
  const stops: (() => void)[] = [];
  afterAll(() => {
    for (const stop of stops) stop();
  });

  async function listen(server: http.Server | https.Server): Promise<number> {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    stops.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  async function secret(): Promise<{ port: number; asked: () => number }> {
    let count = 0;
    const server = http.createServer((_, response) => {
      count += 1;
      response.end('secret');
    });
    return { port: await listen(server), asked: () => count };
  }

  it('resolves once and connects to that address, whatever the name says the second time', async () => {
    let answers = 0;
    const rebinding = async () => {
      answers += 1;
      return answers === 1 ? ['127.0.0.1'] : ['169.254.169.254'];
    };
    const site = http.createServer((_, response) =>
      response.writeHead(301, { location: 'https://site.example/' }).end(),
    );
    const port = await listen(site);
    const policy = { ...home, allowedPorts: [port] };
    const result = await probe({ kind: 'HTTPS_REDIRECT', host: 'site.example', port }, { policy, resolve: rebinding });
    expect(result.outcome).toBe('PASS');
    expect(answers).toBe(1);
  });

  it('does not reach a forbidden address that the first answer names', async () => {
    const { port, asked } = await secret();
    const policy = { ...strict, allowedPorts: [port] };
    const resolve = async () => ['127.0.0.1'];
    const result = await probe({ kind: 'HTTPS_REDIRECT', host: 'site.example', port }, { policy, resolve });
    expect(result).toMatchObject({ outcome: 'UNKNOWN', reason: 'ADDRESS_NOT_ALLOWED' });
    expect(asked()).toBe(0);
  });

  it.each(['http', 'https'])('does not follow a redirect to %s on loopback', async (scheme) => {
    const inner = await secret();
    const authority = makeCertificate({
      name: 'site.example',
      alternativeNames: ['site.example'],
      validFrom: new Date(0),
      validTo: new Date(Date.now() + 1e10),
    });
    const site = https.createServer({ key: keyPem(authority.key), cert: authority.certificate }, (_, response) => {
      response.writeHead(302, { location: `${scheme}://127.0.0.1:${inner.port}/` }).end();
    });
    const port = await listen(site);
    const policy = { ...home, allowedPorts: [port] };
    const resolve = async () => ['127.0.0.1'];
    const result = await probe({ kind: 'SECURITY_HEADERS', host: 'site.example', port }, { policy, resolve });
    expect(result).toMatchObject({ outcome: 'UNKNOWN', reason: 'ADDRESS_NOT_ALLOWED' });
    expect(inner.asked()).toBe(0);
  });

  it('does not follow a redirect to another host or port, even an allowed one', async () => {
    const inner = await secret();
    const own = makeCertificate({
      name: 'site.example',
      alternativeNames: ['site.example'],
      validFrom: new Date(0),
      validTo: new Date(Date.now() + 1e10),
    });
    const site = https.createServer({ key: keyPem(own.key), cert: own.certificate }, (_, response) => {
      response.writeHead(302, { location: `https://other.example:${inner.port}/` }).end();
    });
    const port = await listen(site);
    const policy = { ...home, allowedPorts: [port, inner.port] };
    const resolve = async () => ['127.0.0.1'];
    const result = await probe({ kind: 'SECURITY_HEADERS', host: 'site.example', port }, { policy, resolve });
    expect(result.outcome).toBe('FAIL');
    expect(inner.asked()).toBe(0);
  });
});
