import type { Definition, Link } from 'mdast'

/** Offsets in the file, UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** What stands right before an address, but for blanks and `<`. */
const BEFORE = { inline: '](', reference: ']:' } as const

/**
 * Finds the address of a link or definition in the text of its file.
 *
 * @returns `undefined` where it does not stand there as it is meant: written with escapes or character
 *   references, or completed by the parser, as `www.` is
 */
export function urlRange(
  node: Link | Definition,
  form: keyof typeof BEFORE | 'autolink',
  text: string,
): TextRange | undefined {
  const { position, url } = node
  const from = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
  const begin = position?.start.offset
  const end = position?.end.offset
  if (begin === undefined || end === undefined || url === '') return undefined
  // The words of an autolink are its address; those of other links come before it.
  const search = form === 'autolink' ? begin : (from ?? begin)
  for (let at = text.indexOf(url, search); at !== -1 && at < end; at = text.indexOf(url, at + 1)) {
    if (stands(at, search, form, text)) return { start: at, end: at + url.length }
  }
  return undefined
}

/** True where an address at `at` is the one that is looked for from `search` on. */
function stands(at: number, search: number, form: keyof typeof BEFORE | 'autolink', text: string): boolean {
  let end = text[at - 1] === '<' && at > search ? at - 1 : at
  if (form === 'autolink') return end === search
  while (end > search && /\s/.test(text[end - 1] ?? '')) end -= 1
  return end - 2 >= search && text.startsWith(BEFORE[form], end - 2)
}
