const megabyte = 1024 * 1024;
export const largestDocument = 50;
export const longestText = 2;

const mediaTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

export const documentTypes = Object.keys(mediaTypes)
  .map((extension) => `.${extension}`)
  .join(',');

export const documentPath = (name: string) =>
  `/files/plans/documents?name=${encodeURIComponent(name.normalize('NFC'))}`;

export const mediaTypeOfDocument = (name: string) => mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''];

/** Refused before a byte is sent; the service looks again, at the content too. */
export function documentProblem(file: { name: string; size: number }): 'type' | 'size' | 'empty' | undefined {
  if (!mediaTypeOfDocument(file.name)) return 'type';
  if (file.size > largestDocument * megabyte) return 'size';
  if (file.size === 0) return 'empty';
  return undefined;
}

/** A pasted text goes the way of a file, so that it is kept and read alike. */
export const pastedFile = (text: string) => new File([text.normalize('NFC')], 'van-ban.txt', { type: 'text/plain' });

export const isTooLong = (text: File) => text.size > longestText * megabyte;
