/** Business time may be offset (a demonstration stands on a fixed date); tokens, files and the audit use real time. */
export interface Clock {
  /** Business time. */
  now(): Date;
  realNow(): Date;
  /** The business date in Viet Nam, as `YYYY-MM-DD`. */
  today(): string;
  readonly offsetSeconds: number;
}

const vietnamDate = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function vietnamDateOf(instant: Date): string {
  return vietnamDate.format(instant);
}

export function systemClock(offsetSeconds = 0): Clock {
  const now = (): Date => new Date(Date.now() + offsetSeconds * 1000);
  return { now, realNow: () => new Date(), today: () => vietnamDateOf(now()), offsetSeconds };
}

export interface FixedClock extends Clock {
  set(iso: string): void;
  advance(seconds: number): void;
}

/** A clock that stands still until told otherwise. */
export function fixedClock(iso: string): FixedClock {
  let instant = new Date(iso);
  return {
    now: () => new Date(instant),
    realNow: () => new Date(),
    today: () => vietnamDateOf(instant),
    offsetSeconds: 0,
    set: (next) => {
      instant = new Date(next);
    },
    advance: (seconds) => {
      instant = new Date(instant.getTime() + seconds * 1000);
    },
  };
}
