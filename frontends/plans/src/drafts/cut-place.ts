/** Where a content is most likely two tasks: after the sentence, part or line that ends nearest to its middle. */
export function likelyCut(content: string): number {
  const middle = content.length / 2;
  const ends = [...content.matchAll(/[.;:]\s+(?=\S)|\n+(?=\S)/g)].map((match) => match.index + match[0].length);
  const spaces = [...content.matchAll(/\s+(?=\S)/g)].map((match) => match.index + match[0].length);
  const nearest = (places: readonly number[]) =>
    places.reduce<number | undefined>(
      (best, place) => (best === undefined || Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
      undefined,
    );
  return nearest(ends) ?? nearest(spaces) ?? content.length;
}
