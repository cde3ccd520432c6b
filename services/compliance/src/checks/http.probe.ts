// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { pinAddress } from './address-guard.ts';
import type { HttpAnswer } from './http.evaluator.ts';
import { NoAnswer, type Probe } from './probe-attempt.ts';

const answerCap = 1_048_576;
const hopLimit = 3;

export interface Exchange extends HttpAnswer {
  asked: Date;
  answered: Date;
}

export function ask(at: Probe, secure: boolean, path: string): Promise<Exchange> {
  return new Promise((done, fail) => {
    const asked = at.now();
    const shownPort = at.port === (secure ? 443 : 80) ? '' : `:${at.port}`;
    const shownHost = isIP(at.host) === 6 ? `[${at.host}]` : at.host;
    const request = (secure ? https : http).request({
      host: at.address,
      port: at.port,
      path,
      method: 'GET',
      agent: false,
      signal: at.signal,
      headers: {
        host: `${shownHost}${shownPort}`,
        'user-agent': 'lienthong-compliance-check',
        accept: '*/*',
        connection: 'close',
      },
      // Trust is the certificate check's business; headers are read from any server.
      ...(secure ? { rejectUnauthorized: false, servername: isIP(at.host) ? '' : at.host } : {}),
    });
    request.once('error', fail);
    request.once('response', (response) => {
      const answered = at.now();
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > answerCap) request.destroy(new NoAnswer('ANSWER_TOO_LARGE', `more than ${answerCap} bytes`));
        else chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () => {
        const headers: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers))
          headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
        done({
          status: response.statusCode ?? 0,
          headers,
          body: Buffer.concat(chunks).toString('utf8'),
          asked,
          answered,
        });
      });
    });
    request.end();
  });
}

export function evidenceOf(answers: readonly Exchange[], withBody = false): string {
  return answers
    .map(({ status, headers, body, asked }) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      return [`# ${asked.toISOString()}`, `${status}`, ...lines, ...(withBody ? ['', body] : [])].join('\n');
    })
    .join('\n\n');
}

/** Follows redirects on the registered host only; each hop is checked again like a first address. */
export async function askThroughRedirects(at: Probe, path: string): Promise<Exchange[]> {
  const answers = [await ask(at, true, path)];
  for (let hop = 0; hop < hopLimit; hop += 1) {
    const last = answers.at(-1) as Exchange;
    const location = last.headers.location;
    if (last.status < 300 || last.status > 399 || !location) break;
    const base = `https://${isIP(at.host) === 6 ? `[${at.host}]` : at.host}:${at.port}${path}`;
    if (!URL.canParse(location, base)) break;
    const next = new URL(location, base);
    const host = next.hostname.replace(/^\[|\]$/g, '');
    const port = Number(next.port || (next.protocol === 'https:' ? 443 : 80));
    // Another host or port was never authorised, whatever address it has.
    if (next.protocol !== 'https:' || host !== at.host.toLowerCase() || port !== at.port) {
      await pinAddress(host, port, at.policy, at.resolve);
      break;
    }
    answers.push(await ask(at, true, `${next.pathname}${next.search}`));
  }
  return answers;
}
