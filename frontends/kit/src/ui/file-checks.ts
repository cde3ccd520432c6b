export const largestFile = 50 * 1024 * 1024;

const mediaTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

export const acceptedFiles = Object.keys(mediaTypes)
  .map((extension) => `.${extension}`)
  .join(',');

export function mediaTypeOf(name: string): string | undefined {
  return mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''];
}

/** Refused before a byte is sent; the service looks again, at the content too. */
export function fileProblem(file: { name: string; size: number }): 'type' | 'size' | 'empty' | undefined {
  if (!mediaTypeOf(file.name)) return 'type';
  if (file.size > largestFile) return 'size';
  if (file.size === 0) return 'empty';
  return undefined;
}
