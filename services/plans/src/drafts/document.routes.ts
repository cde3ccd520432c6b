import { sendFile } from '@lienthong/kit/files';
import { sendJson } from '@lienthong/kit/http';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import type { PlansContext } from '../context.ts';
import { documentKey } from './document.files.ts';
import { takeInDocument } from './document-intake.ts';
import { findDraft } from './plan-draft.directory.ts';

/** Documents go up to be read into tasks, and come down to those who review them. */
export function documentRoutes(): Route<PlansContext>[] {
  return [
    {
      method: 'POST',
      path: '/files/plans/documents',
      handle: async (context, { request, response, url }) => {
        sendJson(response, 201, await takeInDocument(context, request, url.searchParams.get('name') ?? ''));
      },
    },
    {
      method: 'GET',
      path: '/files/plans/documents/:draftId',
      handle: async (context, { response, params }) => {
        const draft = await findDraft(context, params.draftId ?? '');
        if (!draft) throw new Refusal('NOT_FOUND', 'DRAFT_NOT_FOUND');
        const { fileName: name, mediaType, sizeBytes: size } = draft;
        await sendFile(response, { name, mediaType, size }, await context.files.read(documentKey(draft.id)));
      },
    },
  ];
}
