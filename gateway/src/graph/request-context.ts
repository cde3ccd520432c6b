import type { Deadline } from '../execution/deadline.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';

/** What travels with one request through @apollo/server. */
export interface GraphContext {
  readonly signedIn: SignedIn;
  readonly requestId: string;
  readonly locale: 'vi' | 'en';
  readonly deadline: Deadline;
}
