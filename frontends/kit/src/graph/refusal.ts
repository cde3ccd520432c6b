import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What the graph said no to: a code and reason for programs, a sentence in the viewer's language for people. */
export interface RefusalShown {
  code: string;
  reason: string;
  message: string;
  /** The input field that is meant, when it is one. */
  field?: string;
  /** To look up in the log. */
  id?: string;
  service?: string;
  data?: Record<string, unknown>;
}

export function readRefusals(error: unknown): RefusalShown[] {
  if (!error) return [];
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.map(({ message, extensions }) => ({
      code: String(extensions?.code ?? 'INTERNAL'),
      reason: String(extensions?.reason ?? 'UNKNOWN'),
      message,
      field: typeof extensions?.field === 'string' ? extensions.field : undefined,
      id: typeof extensions?.id === 'string' ? extensions.id : undefined,
      service: typeof extensions?.service === 'string' ? extensions.service : undefined,
      data: (extensions?.data as Record<string, unknown>) ?? undefined,
    }));
  }
  if (ServerError.is(error)) {
    return [
      readBody(error.bodyText) ?? {
        code: error.statusCode === 401 ? 'UNAUTHENTICATED' : 'INTERNAL',
        reason: `HTTP_${error.statusCode}`,
        message: '',
      },
    ];
  }
  return [{ code: 'INTERNAL', reason: 'UNREACHABLE', message: '' }];
}

/** A refusal that came as plain JSON, from the portal's own server. */
function readBody(text: string): RefusalShown | undefined {
  try {
    const [first] =
      (JSON.parse(text) as { errors?: { message: string; extensions?: Partial<RefusalShown> }[] }).errors ?? [];
    if (!first) return undefined;
    return { code: 'INTERNAL', reason: 'UNKNOWN', ...first.extensions, message: first.message };
  } catch {
    return undefined;
  }
}
