import { Refusal } from '@lienthong/kit/refusal';

/** Something this process depends on does not work: whoever asks learns which, the log learns why. */
export function unavailable(reason: 'ISSUER_UNREACHABLE' | 'ACTOR_UNAVAILABLE', cause: unknown): Refusal {
  const refusal = new Refusal('INTERNAL', reason);
  refusal.cause = cause;
  return refusal;
}
