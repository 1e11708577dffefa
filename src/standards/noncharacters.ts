/**
 * Unicode's noncharacters, which no text means anything by and programs may use inside themselves, as the renderer does
 * (Unicode 16, section 23.7).
 */
const NONCHARACTER = /\p{Noncharacter_Code_Point}/u
const EVERY = new RegExp(NONCHARACTER, 'gu')

/**
 * Text from outside without noncharacters. Each becomes U+FFFD, as Unicode advises, so that no letters come together that
 * did not stand together; the length in UTF-16 units stays.
 */
export function replaceNoncharacters(text: string): string {
  return text.replace(EVERY, ({ length }) => '\uFFFD'.repeat(length))
}

/** How many noncharacters a text holds. */
export function countNoncharacters(text: string): number {
  return text.match(EVERY)?.length ?? 0
}

/** The first noncharacter of a text as people write it, `U+FDD0`; `undefined` where there is none. */
export function findNoncharacter(text: string): string | undefined {
  const [found] = NONCHARACTER.exec(text) ?? []
  return found === undefined ? undefined : `U+${found.codePointAt(0)?.toString(16).toUpperCase()}`
}
