import type { ServiceContext } from '@lienthong/policy/service-context';
import type { ProbePolicy } from './checks/address-guard.ts';

/** What every resolver of this service is given. */
export type ComplianceContext = ServiceContext & {
  readonly probePolicy: ProbePolicy;
};
