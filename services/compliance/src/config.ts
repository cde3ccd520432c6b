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

export function readConfig(env: Environment): ComplianceConfig {
  const reader = new ConfigReader(env);
  const service = readService(reader, defaultPort);
  const unitsUrl = reader.url('UNITS_URL');
  const gatewayUrl = reader.optionalUrl('GATEWAY_URL');
  const isDemonstration = reader.profile === 'demonstration';
  const allowedCidrs = reader
    .text('CHECK_ALLOWED_CIDRS', isDemonstration ? '127.0.0.1/32' : '')
    .split(',')
    .filter(Boolean);
  if (!allowedCidrs.every(isCidr))
    reader.fault('CHECK_ALLOWED_CIDRS must be ranges such as 10.38.0.0/16, separated by commas.');
  const allowedPorts = portsOf(reader, 'CHECK_ALLOWED_PORTS', isDemonstration ? String(service.port + 1) : '');
  const ownPorts = [service.port, ...portOf(service.databaseUrl), ...portOf(unitsUrl), ...portOf(gatewayUrl)];
  const clash = allowedPorts.find((port) => ownPorts.includes(port));
  if (clash !== undefined) reader.fault(`CHECK_ALLOWED_PORTS lists ${clash}, which belongs to this installation.`);
  const extraCa = reader.optional('CHECK_EXTRA_CA') ?? null;
  return reader.done({ ...service, unitsUrl, probePolicy: { allowedCidrs, allowedPorts, ownPorts, extraCa } });
}

export interface TargetConfig extends ProcessConfig {
  /** Where to leave the demonstration authority's certificate, for whoever wants to trust it. */
  authorityFile: string | null;
}

export function readTargetConfig(env: Environment): TargetConfig {
  const reader = new ConfigReader(env);
  const config = readProcess(reader, defaultPort + 1);
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
