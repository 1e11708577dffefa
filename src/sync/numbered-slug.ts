/** So long, percent-encoded, WordPress leaves of a slug that it renames (200 bytes with `-2` and the like). */
const SHORTEST_CUT = 190

/**
 * A slug without the number that WordPress gives to one that is taken (wp_unique_post_slug); empty where it has none.
 * `isCut` where so little room was left for the number that the slug may have been longer.
 */
export function withoutNumber(slug: string): { readonly stem: string; readonly isCut: boolean } {
  const [, stem = ''] = /^(.+)-\d+$/.exec(slug) ?? []
  return { stem, isCut: encodeURIComponent(stem).length > SHORTEST_CUT }
}

/** Whether WordPress may have made a slug of another one that was taken. */
export function isNumbered(slug: string, of: string): boolean {
  const { stem, isCut } = withoutNumber(slug)
  return stem === of || (isCut && of.startsWith(stem))
}
