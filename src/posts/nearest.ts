import { closest } from '../limits/closest.ts'

/**
 * What was probably meant instead of `text`: width, case and the difference between `-`, `_` and blanks do
 * not count, then the fewest wrong letters, at most one in three.
 *
 * @returns one of `candidates`, or `undefined` where none is near
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const byKey = new Map(
    candidates.map((candidate) => [fold(candidate), candidate]).reverse() as [string, string][],
  )
  const key = fold(text)
  const near = closest(key, [...byKey.keys()], Math.ceil(key.length / 3))
  return near === undefined ? undefined : byKey.get(near)
}

/** What two spellings have in common that only differ in width, case, and how words are joined. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[\s_-]+/g, '_')
}
