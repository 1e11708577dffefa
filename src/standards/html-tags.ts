/** A tag of a piece of HTML. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string
  readonly isEnd: boolean
  /** True where it ends in a slash. */
  readonly isSelfClosing: boolean
  readonly attributes: readonly HtmlAttribute[]
  /** Where it stands, UTF-16 units, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** An attribute as it is written, character references included. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string
  readonly value: string
  /** Where the value stands without its quotes, UTF-16 units. */
  readonly start: number
}

/** Elements whose content is text up to their end tag (HTML Living Standard, 13.2.6). */
const TEXT_ONLY = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

/** A comment of a piece of HTML. */
export interface HtmlComment {
  /** What stands between its signs. */
  readonly data: string
  /** Where it stands, UTF-16 units, `end` exclusive. */
  readonly start: number
  readonly end: number
}

/** What stands between texts; `open` is where something begins that never ends, and holds all that follows. */
type HtmlPart =
  | { readonly tag: HtmlTag }
  | { readonly comment: HtmlComment }
  | { readonly open: number; readonly tag?: HtmlTag }

export interface HtmlTagOptions {
  /**
   * Also the tags that the text breaks off in, and those in the text of scripts and the like, which are tags in SVG: for
   * whoever would rather see one too many. @default false
   */
  readonly suspicious?: boolean
}

/**
 * The tags of a piece of HTML, as browsers find them (HTML Living Standard, 13.2.5): none in comments and in the text
 * of scripts. Every character is looked at once, whatever is written.
 */
export function* htmlTags(html: string, { suspicious = false }: HtmlTagOptions = {}): Iterable<HtmlTag> {
  for (const part of htmlParts(html, suspicious)) {
    // A tag that never ends is none.
    if ('tag' in part && (suspicious || !('open' in part))) yield part.tag
  }
}

/** The comments of a piece of HTML, as browsers find them: none in attributes and in the text of scripts. */
export function* htmlComments(html: string): Iterable<HtmlComment> {
  for (const part of htmlParts(html)) if ('comment' in part) yield part.comment
}

/** Where a tag or comment begins that never ends, UTF-16 units; `undefined` where there is none. */
export function openEnd(html: string): number | undefined {
  for (const part of htmlParts(html)) if ('open' in part) return part.open
  return undefined
}

function* htmlParts(html: string, looksIntoText = false): Iterable<HtmlPart> {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const next = html[at + 1] ?? ''
    if (next === '!' || next === '?') {
      const comment = readComment(html, at)
      if (comment === undefined) {
        yield { open: at }
        return
      }
      if (html.startsWith('<!--', at)) yield { comment }
      at = comment.end
      continue
    }
    const nameStart = next === '/' ? at + 2 : at + 1
    if (!/[a-z]/i.test(html[nameStart] ?? '')) {
      at += 1
      continue
    }
    const tag = readTag(html, at, nameStart)
    yield tag.end > html.length ? { open: at, tag } : { tag }
    const isText = !looksIntoText && !tag.isEnd && TEXT_ONLY.has(tag.name)
    at = isText ? endOfText(html, tag) : tag.end
  }
}

const COMMENT_END = /--!?>/g
const TAG_END = />/g

/** What begins with `<!` or `<?`; `undefined` where it never ends. */
function readComment(html: string, start: number): HtmlComment | undefined {
  // `<!-->` and `<!--->` are whole comments.
  const [pattern, from] = html.startsWith('<!--', start) ? [COMMENT_END, start + 2] : [TAG_END, start]
  pattern.lastIndex = from
  const found = pattern.exec(html)
  if (found === null) return undefined
  const begin = start + '<!--'.length
  return { data: html.slice(begin, Math.max(begin, found.index)), start, end: pattern.lastIndex }
}

function endOfText(html: string, { name, end }: HtmlTag): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = end
  return closing.exec(html)?.index ?? html.length
}

const NAME_END = /[\s/>]/g
const ATTRIBUTE_START = /[^\s/]/g
const ATTRIBUTE_END = /[\s/>=]/g
const BLANKS_END = /\S/g
const VALUE_END = /[\s>]/g

/** A tag that the text breaks off in ends behind the text. */
function readTag(html: string, start: number, nameStart: number): HtmlTag {
  const nameEnd = find(NAME_END, html, nameStart)
  const attributes: HtmlAttribute[] = []
  let at = nameEnd
  for (;;) {
    const begin = find(ATTRIBUTE_START, html, at)
    if (begin === html.length || html[begin] === '>') {
      return {
        name: html.slice(nameStart, nameEnd).toLowerCase(),
        isEnd: html[start + 1] === '/',
        isSelfClosing: html[begin - 1] === '/',
        attributes,
        start,
        end: begin + 1,
      }
    }
    // An equals sign in the first place belongs to the name.
    const end = find(ATTRIBUTE_END, html, begin + 1)
    const value = readValue(html, end)
    const name = html.slice(begin, end).toLowerCase()
    attributes.push({ name, value: html.slice(value.start, value.end), start: value.start })
    at = value.next
  }
}

/** The value behind the name of an attribute, an empty one where there is none. */
function readValue(html: string, nameEnd: number): { start: number; end: number; next: number } {
  const sign = find(BLANKS_END, html, nameEnd)
  if (html[sign] !== '=') return { start: nameEnd, end: nameEnd, next: nameEnd }
  const first = find(BLANKS_END, html, sign + 1)
  const quote = html[first]
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, first + 1)
    return end === -1
      ? { start: first + 1, end: html.length, next: html.length }
      : { start: first + 1, end, next: end + 1 }
  }
  const end = find(VALUE_END, html, first)
  return { start: first, end, next: end }
}

/** Where the pattern is found, or else the end of the text. */
function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}
