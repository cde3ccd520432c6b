/** The key under which a store holds the document of a draft. */
export const documentKey = (draftId: string): string => `documents/${draftId}`;
