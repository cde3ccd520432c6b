/** The data of an answer, already text. @apollo/server carries it along untouched until the answer is put together. */
export class FinishedJson {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

interface Answer {
  readonly errors?: readonly unknown[] | undefined;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** Splices the finished data into the answer: what was written once is neither parsed nor written again. */
export function stringifyAnswer({ errors, data, extensions }: Answer): string {
  const parts: string[] = [];
  if (errors?.length) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data instanceof FinishedJson) parts.push(`"data":${data.json}`);
  else if (data !== undefined) parts.push(`"data":${JSON.stringify(data)}`);
  if (extensions !== undefined) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join(',')}}`;
}
