import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

export interface PasswordCheck {
  matches(password: string): Promise<boolean>;
}

/** One password for all demonstration accounts, compared at the same cost whether the account exists or not. */
export async function passwordCheck(password: string): Promise<PasswordCheck> {
  const salt = randomBytes(16);
  const expected = await derive(password, salt, 32);
  return { matches: async (given) => timingSafeEqual(expected, await derive(given.slice(0, 200), salt, 32)) };
}
