import { removeComments } from '../standards/html.ts'

/** Longer texts are compared by their beginnings; UTF-16 units. */
const MOST_COMPARED = 5000

/**
 * How alike two pieces of HTML are to read: Dice's coefficient of the pairs of neighbouring characters of their texts, which
 * needs no words and so does for Japanese.
 *
 * @returns 0 for nothing in common to 1 for the same; 1 for two pieces without text
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  if (one.size === 0 && other.size === 0) return 1
  let [common, all] = [0, 0]
  for (const [pair, count] of one) {
    common += 2 * Math.min(count, other.get(pair) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return common / all
}

function pairsOf(html: string): Map<string, number> {
  const text = removeComments(html)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_COMPARED)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
