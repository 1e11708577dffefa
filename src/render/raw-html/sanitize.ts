import { defaultSchema } from 'hast-util-sanitize'
import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { escapeAttribute, escapeText } from '../../standards/html.ts'
import { isKeptComment } from './kept-comments.ts'
import { isSafeAddress } from './safe-address.ts'

/** What GitHub lets through, but form fields, and elements besides that say what text is. */
const ELEMENTS = new Set(
  [
    ...(defaultSchema.tagNames ?? []),
    ...'abbr address audio bdi bdo caption cite col colgroup dfn figcaption figure mark small time u video wbr'.split(
      ' ',
    ),
  ].filter((name) => name !== 'input'),
)

/** What GitHub lets any of them have, but what only forms and scripts use; a class and an id say what a part is. */
const ATTRIBUTES = new Set([
  ...(defaultSchema.attributes?.['*'] ?? []).map((name) => String(name).toLowerCase()),
  ...'class cite controls href loading poster rel reversed src target'.split(' '),
])
for (const name of 'accept acceptcharset accesskey action enctype htmlfor method prompt tabindex usemap'.split(
  ' ',
)) {
  ATTRIBUTES.delete(name)
}

const ADDRESSES: readonly string[] = ['cite', 'href', 'longdesc', 'poster', 'src']

/** Void elements of those (HTML Living Standard, 13.1.2). */
const VOID: readonly string[] = ['br', 'col', 'hr', 'img', 'source', 'wbr']

/** Elements that go with all that they hold; what is merely unknown leaves its text. */
const STRIPPED: readonly string[] =
  'script style template svg math object select noscript iframe noembed noframes xmp textarea title plaintext frameset'.split(
    ' ',
  )

/** How a browser reads on behind a start tag, where that is not as before (HTML Living Standard, 13.2.6.4). */
const MODES: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ...['title', 'textarea'].map((name) => [name, TokenizerMode.RCDATA] as const),
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map(
    (name) => [name, TokenizerMode.RAWTEXT] as const,
  ),
])

/**
 * Raw HTML without what could act on a page: elements and attributes of an allow-list, addresses of the web and of mail,
 * and the comments that WordPress and Rensai act on. It is done tag by tag, since Markdown lets an element begin in one
 * piece of HTML and end in another.
 *
 * @param html a piece of an article, which need not be whole elements
 * @returns the same bytes where there is nothing to take out
 */
export function sanitizeHtml(html: string): string {
  let clean = ''
  let isClean = true
  /** Elements that are left out and still open, by name. */
  let stripped: { readonly name: string; depth: number } | undefined
  const drop = (): void => {
    isClean = false
  }
  const text = ({ chars }: Token.CharacterToken): void => {
    if (stripped === undefined) clean += escapeText(chars)
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, attrs }) => {
        const mode = MODES.get(tagName)
        if (mode !== undefined) tokenizer.state = mode
        if (stripped !== undefined) {
          if (tagName === stripped.name) stripped.depth += 1
          return
        }
        if (!ELEMENTS.has(tagName)) {
          drop()
          if (STRIPPED.includes(tagName)) stripped = { name: tagName, depth: 1 }
          return
        }
        const kept = attrs.filter(isKeptAttribute)
        // WordPress ends a tag at the first `>` (wptexturize, wp_kses), wherever it stands.
        if (kept.length < attrs.length || kept.some(({ value }) => /[<>]/.test(value))) drop()
        clean += `<${tagName}${kept.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('')}>`
      },
      onEndTag: ({ tagName }) => {
        if (stripped !== undefined) {
          if (tagName === stripped.name) stripped.depth -= 1
          if (stripped.depth === 0) stripped = undefined
        } else if (ELEMENTS.has(tagName) && !VOID.includes(tagName)) clean += `</${tagName}>`
        else drop()
      },
      onComment: ({ data }) => {
        if (stripped === undefined && isKeptComment(data)) clean += `<!--${data}-->`
        else drop()
      },
      onDoctype: drop,
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: drop,
      onEof: () => {},
      // What is no proper HTML is written anew, so that it is read by everybody as it was read here.
      onParseError: drop,
    },
  )
  tokenizer.write(html, true)
  return isClean ? html : clean
}

function isKeptAttribute({ name, value }: Token.Attribute): boolean {
  if (ADDRESSES.includes(name) && !isSafeAddress(value)) return false
  return ATTRIBUTES.has(name) || /^aria-[a-z]+$/.test(name)
}
