import { GraphQLError } from 'graphql';

/** A fault in what was sent with an operation, with the field that people know it by: `input.` is the form itself. */
export function inputError(reason: string, path: string, data?: Readonly<Record<string, unknown>>): GraphQLError {
  const field = path.replace(/^input\./, '');
  return new GraphQLError(reason, { extensions: { code: 'INVALID', reason, field, ...(data ? { data } : {}) } });
}

/** `Variable "$input" got invalid value "x" at "input.dueOn"; Date cannot represent …`, without hints at names. */
export function asInvalidVariable({ message }: GraphQLError): GraphQLError {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  const place = /^.*? at "([\w.[\]]+)"(?:;|$)/s.exec(message)?.[1] ?? variable;
  const missing = /Field "(\w+)" of required type/.exec(message)?.[1];
  const reasons = /; (.*)$/s.exec(message)?.[1] ?? message;
  const detail = reasons.replace(/ Did you mean .*$/s, '').slice(0, 300);
  return inputError('INVALID_VARIABLE', missing ? `${place}.${missing}` : place, { detail });
}

/** Where a text holds the one character that no database column takes; found here, it is a fault of a field and no accident. */
export function findUnusableText(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    const found = findUnusableText(inner, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
