import { replaceNoncharacters } from '../standards/noncharacters.ts'

/** What an answer that should be JSON holds; `broken` is JSON that breaks off or is followed by something else. */
export type FoundJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'broken' }
  | { readonly kind: 'none' }

/** Beginnings that are tried: what is read to its end in vain each time must not be read for every line. */
const TRIES = 50

/** PHP ends what it prints with a line or a tag; WordPress writes its JSON in one line (wp_json_encode). */
const BEGINNING = /(?<=^|[\n>]|\uFEFF)[ \t\r]*(?:\[\s*(?:[{[\]"\d]|$)|\{\s*(?:["}]|$))/g

/**
 * Finds the JSON of an answer. What a badly set-up server prints before it is passed over; but where something
 * begins that looks like an answer, no later part of the same line is taken for one: of a list that breaks off, the
 * last `[]` would be an empty list.
 */
export function findJson(text: string): FoundJson {
  if (isPage(text)) return { kind: 'none' }
  let lineEnd = -1
  let tries = 0
  for (const { index } of text.matchAll(BEGINNING)) {
    if (index < lineEnd) continue
    const next = text.indexOf('\n', index)
    lineEnd = next === -1 ? text.length : next
    tries += 1
    if (tries > TRIES) break
    const value = parse(text.slice(index))
    if (value !== undefined) return { kind: 'json', value }
  }
  return { kind: tries === 0 ? 'none' : 'broken' }
}

/** A whole page, in which scripts may hold JSON. */
function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html)\b/i.test(text)
}

/** A noncharacter, or what may be the escape of one; of those above U+FFFF the second half. */
const SUSPICION = /\p{Noncharacter_Code_Point}|\\u(?:fd[de][\da-f]|fff[ef]|dff[ef])/iu

/**
 * `undefined` where it is none: no answer of WordPress is JSON's own `undefined`. Texts come without noncharacters, which
 * the renderer uses as marks of its own.
 */
function parse(json: string): unknown {
  try {
    if (!SUSPICION.test(json)) return JSON.parse(json)
    return JSON.parse(json, (_, value: unknown) =>
      typeof value === 'string' ? replaceNoncharacters(value) : value,
    )
  } catch {
    return undefined
  }
}
