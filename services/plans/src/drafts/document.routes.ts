import { type FileStore, sendFile } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import type { PlansContext } from '../context.ts';
import { documentKey } from './document.files.ts';
import { findDraft } from './plan-draft.directory.ts';

/** Documents go up to be read into tasks, and come down to those who review them. */
export function documentRoutes(files: FileStore): Route<PlansContext>[] {
  return [
    {
      method: 'GET',
      path: '/files/plans/documents/:draftId',
      handle: async (context, { response, params }) => {
        const draft = await findDraft(context, params.draftId ?? '');
        if (!draft) throw new Refusal('NOT_FOUND', 'DRAFT_NOT_FOUND');
        const { fileName: name, mediaType, sizeBytes: size } = draft;
        await sendFile(response, { name, mediaType, size }, await files.read(documentKey(draft.id)));
      },
    },
  ];
}
