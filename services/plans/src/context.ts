import type { FileStore } from '@lienthong/kit/files';
import type { ServiceContext } from '@lienthong/policy/service-context';
import type { PersonDirectory } from './assignments/person-directory.ts';
import type { FollowerRegister, Following } from './followers/following.ts';

/** What every resolver of this service is given. */
export type PlansContext = ServiceContext & {
  /** What the acting unit follows today, and who follows what. */
  readonly following: Following;
  /** Who follows what, over all requests. */
  readonly followers: FollowerRegister;
  readonly people: PersonDirectory;
  readonly files: FileStore;
};
