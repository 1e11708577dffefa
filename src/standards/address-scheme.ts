/**
 * The scheme of an address as a browser finds it: blanks and control characters before it are left out, as are tabs and
 * newlines within (URL Standard, "basic URL parser"); here all of them, which finds no fewer.
 *
 * @returns in lower case, without the colon; `undefined` for an address relative to the page
 */
export function schemeOf(address: string): string | undefined {
  const bare = address.slice(0, LONGEST).replace(/[\p{Cc} ]/gu, '')
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
}

/** No scheme is this long, whatever is put between its letters. */
const LONGEST = 1000
