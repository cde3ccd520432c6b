import { type Logger, pino } from 'pino';

export type { Logger };

/** One JSON line per event; secrets that could ride along in headers or addresses are left out. */
export function createLog(service: string, level = 'info'): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['authorization', 'cookie', 'token', 'password', '*.authorization', '*.cookie', '*.token', '*.password'],
      censor: '[redacted]',
    },
  });
}
