import { existsSync } from 'node:fs';
import {
  ConfigReader,
  type Environment,
  type ProcessConfig,
  readProcess,
  readService,
  type ServiceConfig,
} from '@lienthong/kit/config';
import type { Jwk } from '@lienthong/kit/peer';
import { isCidr, type ProbePolicy } from './checks/address-guard.ts';

export interface ComplianceConfig extends ServiceConfig {
  unitsUrl: string;
  probePolicy: ProbePolicy;
}

const defaultPort = 4024;
const targetPort = 4025;
const workerPort = 4026;

function portsOf(reader: ConfigReader, name: string, fallback: string): number[] {
  const ports = reader.text(name, fallback).split(',').filter(Boolean).map(Number);
  if (ports.some((port) => !Number.isInteger(port) || port < 1 || port > 65535))
    reader.fault(`${name} must be port numbers separated by commas.`);
  return ports;
}

function portOf(address: string | undefined): number[] {
  if (!address || !URL.canParse(address)) return [];
  const { port, protocol } = new URL(address);
  return [Number(port || (protocol.startsWith('postgres') ? 5432 : protocol === 'https:' ? 443 : 80))];
}

/** Ports of this installation that this process knows of; on its own machine they are never probed. */
function readProbePolicy(reader: ConfigReader, port: number, addresses: (string | undefined)[]): ProbePolicy {
  const isDemonstration = reader.profile === 'demonstration';
  const fallback = isDemonstration ? '127.0.0.1/32' : '';
  const allowedCidrs = reader.text('CHECK_ALLOWED_CIDRS', fallback).split(',').filter(Boolean);
  if (!allowedCidrs.every(isCidr))
    reader.fault('CHECK_ALLOWED_CIDRS must be ranges such as 10.38.0.0/16, separated by commas.');
  const allowedPorts = portsOf(reader, 'CHECK_ALLOWED_PORTS', isDemonstration ? String(targetPort) : '');
  const ownPorts = [port, ...addresses.flatMap(portOf)];
  const clash = allowedPorts.find((one) => ownPorts.includes(one));
  if (clash !== undefined) reader.fault(`CHECK_ALLOWED_PORTS lists ${clash}, which belongs to this installation.`);
  const extraCa = reader.optional('CHECK_EXTRA_CA') ?? null;
  if (extraCa && !existsSync(extraCa)) reader.fault(`CHECK_EXTRA_CA names ${extraCa}, which is not there.`);
  return { allowedCidrs, allowedPorts, ownPorts, extraCa };
}

export function readConfig(env: Environment): ComplianceConfig {
  const reader = new ConfigReader(env);
  const service = readService(reader, defaultPort);
  const unitsUrl = reader.url('UNITS_URL');
  const addresses = [service.databaseUrl, unitsUrl, reader.optionalUrl('GATEWAY_URL')];
  return reader.done({ ...service, unitsUrl, probePolicy: readProbePolicy(reader, service.port, addresses) });
}

export interface WorkerConfig extends ProcessConfig {
  databaseUrl: string;
  probePolicy: ProbePolicy;
}

/** The worker speaks to no peer, so it is given no key. */
export function readWorkerConfig(env: Environment): WorkerConfig {
  const reader = new ConfigReader(env);
  const config = readProcess(reader, workerPort);
  const databaseUrl = reader.databaseUrl('DATABASE_URL');
  const addresses = [databaseUrl, reader.optionalUrl('UNITS_URL'), reader.optionalUrl('GATEWAY_URL')];
  return reader.done({ ...config, databaseUrl, probePolicy: readProbePolicy(reader, config.port, addresses) });
}

export interface TargetConfig extends ProcessConfig {
  /** Where to leave the demonstration authority's certificate, for whoever wants to trust it. */
  authorityFile: string | null;
}

export function readTargetConfig(env: Environment): TargetConfig {
  const reader = new ConfigReader(env);
  const config = readProcess(reader, targetPort);
  return reader.done({ ...config, authorityFile: reader.optional('DEMONSTRATION_CA_FILE') ?? null });
}

export interface SeedConfig {
  url: string;
  unitsUrl: string;
  signingKey: Jwk;
  /** The demonstration target's port; without one the demonstration has no system that really listens. */
  targetPort: number | null;
}

export function readSeedConfig(env: Environment): SeedConfig {
  const reader = new ConfigReader(env);
  const url = reader.databaseUrl('MIGRATE_DATABASE_URL');
  const unitsUrl = reader.url('UNITS_URL');
  const signingKey = reader.signingKey();
  const [targetPort = null] = portsOf(reader, 'CHECK_ALLOWED_PORTS', '');
  return reader.done({ url, unitsUrl, signingKey, targetPort });
}
