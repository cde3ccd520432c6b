import { sendJson } from '@lienthong/kit/http';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import type { UnitsContext } from '../context.ts';

/** `GET /hierarchy`: the other services keep a copy, and ask by its version whether it is still the newest. */
export const hierarchyRoute: Route<UnitsContext> = {
  method: 'GET',
  path: '/hierarchy',
  handle: async (context, { request, response }) => {
    if (context.actor.kind !== 'service') throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
    await context.refreshHierarchy();
    const document = context.hierarchyDocument();
    const etag = `"${document.version}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    sendJson(response, 200, document, { etag });
  },
};
