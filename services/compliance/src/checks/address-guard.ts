// Erasable-only TypeScript: the probing process runs this file by Node's type stripping in tests.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export interface ProbePolicy {
  /** Ranges of this deployment's own networks that may be probed, such as `10.38.0.0/16`. */
  allowedCidrs: readonly string[];
  /** Ports besides 80 and 443 that may be probed; loopback always needs its port listed. */
  allowedPorts: readonly number[];
  /** Ports of this very installation, never probed on this machine. */
  ownPorts: readonly number[];
  /** PEM file with certificates trusted besides the public ones. */
  extraCa: string | null;
}

export type Resolver = (host: string) => Promise<readonly string[]>;

export class AddressRefused extends Error {
  readonly reason: 'NAME_NOT_RESOLVED' | 'ADDRESS_NOT_ALLOWED';
  constructor(reason: 'NAME_NOT_RESOLVED' | 'ADDRESS_NOT_ALLOWED', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

type Verdict = 'PUBLIC' | 'LOOPBACK' | 'PRIVATE' | 'NEVER';

const ranges = {
  // Link-local holds the metadata addresses of the large clouds; the others are named one by one.
  NEVER: [
    '0.0.0.0/8',
    '169.254.0.0/16',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    '100.100.100.200/32',
    '168.63.129.16/32',
    '::/128',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
    '2001::/32',
    '2001:db8::/32',
    '100::/64',
    'fd00:ec2::/32',
  ],
  LOOPBACK: ['127.0.0.0/8', '::1/128'],
  PRIVATE: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
} as const;

export function isCidr(text: string): boolean {
  const [address = '', bits = '', rest] = text.split('/');
  const family = isIP(address);
  return rest === undefined && family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

function blockList(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits] = cidr.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const lists = {
  NEVER: blockList(ranges.NEVER),
  LOOPBACK: blockList(ranges.LOOPBACK),
  PRIVATE: blockList(ranges.PRIVATE),
};

function holds(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The IPv4 address that an IPv6 one carries inside (mapped, compatible, NAT64, 6to4), which decides where it leads. */
function embeddedIpv4(address: string): string | null {
  const groups = expand(address);
  if (!groups) return null;
  const [a = 0, b = 0] = groups;
  const low = (high: number, rest: number): string => `${high >> 8}.${high & 255}.${rest >> 8}.${rest & 255}`;
  const leadingZeros = groups.slice(0, 5).every((group) => group === 0);
  if (leadingZeros && (groups[5] === 0xffff || groups[5] === 0) && !(groups[6] === 0 && (groups[7] ?? 0) <= 1))
    return low(groups[6] ?? 0, groups[7] ?? 0);
  if (a === 0x64 && b === 0xff9b) return low(groups[6] ?? 0, groups[7] ?? 0);
  if (a === 0x2002) return low(b, groups[2] ?? 0);
  return null;
}

function expand(address: string): number[] | null {
  if (isIP(address) !== 6) return null;
  const plain = new URL(`http://[${address.split('%')[0]}]`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const parse = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const left = parse(head);
  if (tail === undefined) return left;
  const right = parse(tail);
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
}

export function classify(address: string): Verdict {
  if (isIP(address) === 0 || address.includes('%')) return 'NEVER';
  const inner = embeddedIpv4(address);
  if (inner) return classify(inner) === 'PUBLIC' ? 'PUBLIC' : 'NEVER';
  if (holds(lists.NEVER, address)) return 'NEVER';
  if (holds(lists.LOOPBACK, address)) return 'LOOPBACK';
  if (holds(lists.PRIVATE, address)) return 'PRIVATE';
  return 'PUBLIC';
}

/** Null when the address and port may be probed; otherwise why not, for the evidence. */
export function addressRefusal(address: string, port: number, policy: ProbePolicy): string | null {
  const verdict = classify(address);
  if (verdict === 'NEVER') return `${address} is never probed`;
  if (verdict === 'LOOPBACK' && policy.ownPorts.includes(port)) return `port ${port} belongs to this installation`;
  if (verdict !== 'PUBLIC' && !holds(blockList(policy.allowedCidrs), address))
    return `${address} is not in the ranges this deployment allows`;
  const isOrdinary = port === 80 || port === 443;
  const isListed = policy.allowedPorts.includes(port);
  if (verdict === 'LOOPBACK' ? !isListed : !(isOrdinary || isListed)) return `port ${port} is not allowed`;
  return null;
}

export const systemResolver: Resolver = async (host) => {
  // RFC 6761: this name is the machine itself, whatever a name server says; one family is enough.
  if (host === 'localhost') return ['127.0.0.1'];
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/**
 * The one address to connect to. The name is resolved once, every address it has must be allowed,
 * and the caller connects to the address returned: a second answer of the name server changes nothing.
 */
export async function pinAddress(
  host: string,
  port: number,
  policy: ProbePolicy,
  resolve: Resolver = systemResolver,
): Promise<string> {
  const name = canonicalHost(host);
  if (name === null) throw new AddressRefused('ADDRESS_NOT_ALLOWED', `${host} is not a host name`);
  let addresses: readonly string[];
  try {
    addresses = isIP(name) ? [name] : await resolve(name);
  } catch {
    throw new AddressRefused('NAME_NOT_RESOLVED', `${name} has no address`);
  }
  const [first] = addresses;
  if (first === undefined) throw new AddressRefused('NAME_NOT_RESOLVED', `${name} has no address`);
  for (const address of addresses) {
    const refusal = addressRefusal(address, port, policy);
    if (refusal) throw new AddressRefused('ADDRESS_NOT_ALLOWED', `${name}: ${refusal}`);
  }
  return first;
}

/** Decimal, octal and hexadecimal spellings of an address become the address; anything but a host gives null. */
export function canonicalHost(host: string): string | null {
  const text = isIP(host) === 6 ? `[${host}]` : host;
  if (!/^(\[[\da-f:.]+\]|[\w.-]+)$/i.test(text) || text.length > 253) return null;
  if (!URL.canParse(`http://${text}/`)) return null;
  const url = new URL(`http://${text}/`);
  if (url.port !== '' || url.username !== '' || url.pathname !== '/') return null;
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
