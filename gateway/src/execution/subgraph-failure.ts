/** Why a subgraph gave no usable answer. The reason reaches the client, the detail only the log. */
export type FailureReason =
  | 'SERVICE_UNREACHABLE'
  | 'SERVICE_TIMEOUT'
  | 'SERVICE_NOT_ANSWERING'
  | 'SERVICE_ANSWER_UNREADABLE'
  | 'SERVICE_ANSWER_TOO_LARGE'
  | 'OPERATION_TIMEOUT'
  | 'CLIENT_GONE'
  | 'OUT_OF_SCOPE';

export class SubgraphFailure extends Error {
  readonly reason: FailureReason;
  readonly service: string;

  constructor(service: string, reason: FailureReason, detail = '', options?: ErrorOptions) {
    super(`${service}: ${reason}${detail && ` (${detail})`}`, options);
    this.name = 'SubgraphFailure';
    this.reason = reason;
    this.service = service;
  }
}
