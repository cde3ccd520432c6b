/** Where things are and on which ports they listen: one machine, everything on loopback. */
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

export interface Layout {
  data: string;
  host: string;
  ports: Record<PortName, number>;
}

export type PortName = keyof typeof offsets;

/** Offsets from the base port, so that a second instance on the same machine needs one number. */
const offsets = {
  gateway: 0,
  identity: 10,
  units: 21,
  plans: 22,
  reporting: 23,
  compliance: 24,
  demonstrationTarget: 25,
  complianceWorker: 26,
  party: 100,
  plansModule: 131,
  unitsModule: 132,
  reportingModule: 133,
  complianceModule: 134,
  government: 200,
  postgres: 432,
};

/** Ports to which neither a browser nor `fetch` connects, whoever listens there. */
const barred = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

export function readLayout(env: NodeJS.ProcessEnv = process.env): Layout {
  const base = Number(env.PORT_BASE ?? 4000);
  if (!Number.isInteger(base) || base < 1024 || base > 65000) {
    throw new Sentence(`PORT_BASE must be a whole number from 1024 to 65000; it is "${env.PORT_BASE}".`);
  }
  const ports = Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, base + offset]));
  const unusable = Object.values(ports).find((port) => barred.includes(port));
  if (unusable)
    throw new Sentence(
      `PORT_BASE=${base} needs port ${unusable}, to which browsers do not connect; choose another base.`,
    );
  return {
    data: resolve(env.LIENTHONG_DATA ?? join(root, '.data')),
    host: '127.0.0.1',
    ports: ports as Record<PortName, number>,
  };
}

/** An expected fault: one clear sentence for the person at the terminal, without a stack. */
export class Sentence extends Error {}

export async function takenPorts(layout: Layout, names: PortName[]): Promise<PortName[]> {
  const answers = await Promise.all(names.map(async (name) => [name, await isFree(layout.host, layout.ports[name])]));
  return answers.filter(([, free]) => !free).map(([name]) => name as PortName);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

export const url = (layout: Layout, name: PortName): string => `http://${layout.host}:${layout.ports[name]}`;

/** Portals and the issuer are met by a browser: `localhost` is a secure context there and one cookie jar. */
export const publicUrl = (layout: Layout, name: PortName): string => `http://localhost:${layout.ports[name]}`;
