import { type DocumentNode, Kind } from 'graphql';

/** The subgraphs a supergraph names, with the address it gives for each. `@join__graph` only exists in the document, not in the built schema. */
export function servicesOf(supergraph: DocumentNode): Map<string, string> {
  const services = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      const text = (name: string): string | undefined => {
        const argument = graph?.arguments?.find((candidate) => candidate.name.value === name)?.value;
        return argument?.kind === Kind.STRING ? argument.value : undefined;
      };
      services.set(text('name') ?? value.name.value, text('url') ?? '');
    }
  }
  return services;
}
