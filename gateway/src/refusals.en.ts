import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusalsEn: RefusalTexts = {
  TOKEN_INVALID: () => 'The sign-in is not valid or has ended. Sign in again.',
  CLIENT_UNKNOWN: () => 'This application is not registered here.',
  ISSUER_UNREACHABLE: () =>
    'The sign-in could not be checked because the issuer does not answer. Try again in a moment.',
  ACTOR_UNAVAILABLE: () => 'The unit you work for could not be looked up. Try again in a moment.',
  UNREGISTERED_OPERATION: () =>
    'Portals may send registered operations only. Reload the page to get its newest version.',
  READ_ONLY: () => 'Integrators may only read.',
  METHOD_NOT_ALLOWED: () => 'Only POST requests are taken.',
  BATCH_REFUSED: () => 'One request holds one query.',
  NOT_JSON: () => 'The request must be JSON.',
  QUERY_TOO_LONG: ({ limit }) => `The query has more than ${limit} tokens.`,
  QUERY_TOO_DEEP: ({ limit, found }) => `The query is ${found} levels deep; ${limit} are allowed.`,
  QUERY_TOO_COSTLY: ({ limit }) => `The query may return more than ${limit} objects. Ask for smaller pages.`,
  TOO_MANY_ALIASES: ({ limit, found }) => `The query has ${found} aliases; ${limit} are allowed.`,
  TOO_MANY_DIRECTIVES: ({ limit, found }) => `The query has ${found} directives; ${limit} are allowed.`,
  INVALID_VARIABLE: ({ field, detail }) => `The value of “${field}” is not right: ${detail}`,
  UNUSABLE_CHARACTER: ({ field }) =>
    `The text of “${field}” holds a character that cannot be used. Type that part again.`,
  TOO_MANY_QUERIES: ({ limit, retryAfterSeconds }) =>
    `More than ${limit} requests a minute. Go on in ${retryAfterSeconds} s.`,
  TOO_MANY_OBJECTS: ({ limit, retryAfterSeconds }) =>
    `The queries of this minute may return more than ${limit} objects. Go on in ${retryAfterSeconds} s, or ask for smaller pages.`,
  INTROSPECTION_OFF: () => 'Fetch the schema from /schema.graphql instead of asking by query.',
  SERVICE_UNREACHABLE: ({ service }) => `What the service ${service} knows cannot be shown at the moment.`,
  SERVICE_TIMEOUT: ({ service }) => `The service ${service} took too long, so its part is missing.`,
  SERVICE_NOT_ANSWERING: ({ service }) =>
    `The service ${service} has not answered for a while, so its part is missing. Try again in a moment.`,
  SERVICE_ANSWER_UNREADABLE: ({ service }) =>
    `The service ${service} gave an unreadable answer, so its part is missing.`,
  SERVICE_ANSWER_TOO_LARGE: ({ service }) => `The service ${service} returned too much.`,
  SERVICE_UNKNOWN: () => 'There is no such service.',
  OPERATION_TIMEOUT: () => 'The request ran too long and was stopped. Ask for less and try again.',
  CLIENT_GONE: () => 'The client has gone.',
  ANSWER_TOO_LARGE: ({ maxMegabytes }) => `The result is larger than ${maxMegabytes} MB. Ask for less and try again.`,
  ENTITY_NOT_SHOWN: () => 'This entry does not exist, or is not open to you.',
  NULL_FOR_NON_NULL: () => 'A required value is missing.',
  VALUE_UNREADABLE: () => 'A value could not be read.',
};
