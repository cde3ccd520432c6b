import { type Jwk, type Jwks, parseJwk, parseJwks } from './peer.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Profile = 'demonstration' | 'production';

/** Ends the process with one sentence per fault; 78 is the system's number for a configuration error. */
export class ConfigurationError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

/** Reads variables one by one, remembering every fault, so that all are told at once. */
export class ConfigReader {
  readonly profile: Profile;
  readonly #env: Environment;
  readonly #faults: string[] = [];

  constructor(env: Environment) {
    this.#env = env;
    this.profile = this.oneOf('PROFILE', ['demonstration', 'production'], 'production');
  }

  fault(sentence: string): void {
    this.#faults.push(sentence);
  }

  optional(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  }

  text(name: string, fallback?: string): string {
    const value = this.optional(name) ?? fallback;
    if (value === undefined) this.fault(`${name} is missing.`);
    return value ?? '';
  }

  secret(name: string): string {
    const value = this.text(name);
    if (this.profile === 'production' && value.startsWith('demonstration-')) {
      this.fault(`${name} still has its demonstration value, which a production instance must not use.`);
    }
    return value;
  }

  integer(name: string, fallback: number | undefined, range: { min?: number; max?: number } = {}): number {
    const text = this.text(name, fallback === undefined ? undefined : String(fallback));
    const value = Number(text);
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range;
    if (text !== '' && !(Number.isInteger(value) && value >= min && value <= max)) {
      this.fault(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
    }
    return value;
  }

  url(name: string, fallback?: string): string {
    const value = this.text(name, fallback);
    if (value !== '' && !URL.canParse(value)) this.fault(`${name} must be an address such as http://127.0.0.1:4000.`);
    return value.replace(/\/$/, '');
  }

  optionalUrl(name: string): string | undefined {
    return this.optional(name) === undefined ? undefined : this.url(name);
  }

  databaseUrl(name: string): string {
    const value = this.text(name);
    if (value !== '' && !/^postgres(ql)?:\/\//.test(value)) {
      this.fault(`${name} must be an address such as postgres://role:password@host:5432/database.`);
    }
    if (this.profile === 'production' && /:demonstration-[^@]*@/.test(value)) {
      this.fault(`${name} still has its demonstration password, which a production instance must not use.`);
    }
    return value;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback?: T): T {
    const value = this.text(name, fallback) as T;
    if (value !== '' && !allowed.includes(value)) {
      this.fault(`${name} must be one of ${allowed.join(', ')}, not "${value}".`);
    }
    return value;
  }

  json<T>(name: string, fallback?: string): T {
    const value = this.text(name, fallback);
    try {
      return JSON.parse(value === '' ? 'null' : value) as T;
    } catch {
      this.fault(`${name} must be JSON.`);
      return null as T;
    }
  }

  signingKey(name = 'SIGNING_KEY'): Jwk {
    return this.#parsed(name, parseJwk);
  }

  trustedKeys(name = 'TRUSTED_KEYS'): Jwks {
    return this.#parsed(name, parseJwks);
  }

  #parsed<T>(name: string, parse: (text: string) => T): T {
    const text = this.secret(name);
    if (text === '') return undefined as T;
    try {
      return parse(text);
    } catch (error) {
      this.fault(`${name}: ${(error as Error).message}`);
      return undefined as T;
    }
  }

  /** Call last: throws when anything was wrong. */
  done<T>(config: T): T {
    if (this.#faults.length > 0) throw new ConfigurationError(this.#faults);
    return config;
  }
}

export interface ProcessConfig {
  profile: Profile;
  host: string;
  port: number;
  clockOffsetSeconds: number;
  logLevel: string;
}

/** What every process reads. */
export function readProcess(reader: ConfigReader, defaultPort: number): ProcessConfig {
  return {
    profile: reader.profile,
    host: reader.text('HOST', '127.0.0.1'),
    port: reader.integer('PORT', defaultPort, { min: 0, max: 65535 }),
    clockOffsetSeconds: reader.integer('CLOCK_OFFSET_SECONDS', 0),
    logLevel: reader.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  };
}

export interface ServiceConfig extends ProcessConfig {
  databaseUrl: string;
  signingKey: Jwk;
  trustedKeys: Jwks;
}

/** What every service with a database and peers reads. */
export function readService(reader: ConfigReader, defaultPort: number): ServiceConfig {
  return {
    ...readProcess(reader, defaultPort),
    databaseUrl: reader.databaseUrl('DATABASE_URL'),
    signingKey: reader.signingKey(),
    trustedKeys: reader.trustedKeys(),
  };
}

/** Runs a process's start: a configuration fault or a start failure becomes one clear message and an exit code. */
export async function runMain(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (error instanceof ConfigurationError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(78);
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}
