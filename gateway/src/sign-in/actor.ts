/** Who is asking, as the units service knows them. The gateway carries it on and looks at these fields only. */
export interface Actor {
  readonly kind: 'person' | 'integrator' | 'service';
  readonly id: string;
  readonly displayName: string;
  readonly locale: 'vi' | 'en';
  readonly scopes: readonly string[];
}

export type PortalBloc = 'PARTY' | 'GOVERNMENT';

/** An integrator may read what its scopes name: one scope for each service. People and services are judged by the services. */
export function mayReadFrom(actor: Actor, service: string): boolean {
  return actor.kind !== 'integrator' || actor.scopes.includes(`${service}:read`);
}
