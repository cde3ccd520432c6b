import type { ServiceContext } from '@lienthong/policy/service-context';
import type { GatewayClient } from './reports/gateway.client.ts';

export type ReportingContext = ServiceContext & {
  /** The graph, asked with this service's own account. */
  readonly gateway: GatewayClient;
};
