import { removeComments } from '../standards/html.ts'

/** Longer texts are compared by their beginnings; UTF-16 units. */
const MOST_COMPARED = 5000

/** The pairs of neighbouring characters of a text, with how often it has each. */
export type Pairs = ReadonlyMap<string, number>

/** The pairs of what a piece of HTML shows as text; of one without text, such as a picture, those of the HTML. */
export function pairsOf(html: string): Pairs {
  const text = (textOf(html) || html).slice(0, MOST_COMPARED)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** What a piece of HTML shows as text, in one line, character references as they are written. */
export function textOf(html: string): string {
  return removeComments(html)
    .replace(/<\/(?:t[dh]|li|p|h[1-6]|figcaption|summary|pre)>|<br>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * How alike two texts are: Dice's coefficient of their pairs, which needs no words and so does for Japanese.
 *
 * @returns 0 for nothing in common to 1 for the same; 1 for two that have no pairs
 */
export function similarity(one: Pairs, other: Pairs): number {
  if (one.size === 0 && other.size === 0) return 1
  let [common, all] = [0, 0]
  for (const [pair, count] of one) {
    common += 2 * Math.min(count, other.get(pair) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return common / all
}
