import { closestMatch } from 'leven'

/** Comparing two texts takes the product of their lengths; what is longer was hardly misspelt by a letter. */
const LONGEST = 100

/**
 * The candidate that takes the fewest wrong letters to become `text`.
 *
 * @param maxDistance how many letters may be wrong; `undefined` where any number may
 * @returns `undefined` where none is near, or the text is longer than names are
 */
export function closest(
  text: string,
  candidates: readonly string[],
  maxDistance: number | undefined,
): string | undefined {
  if (text.length > LONGEST) return undefined
  return closestMatch(text, candidates, maxDistance === undefined ? {} : { maxDistance })
}
