import type { ElementContent, Root, RootContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SHORTCODE } from '../content/shortcodes.ts'
import { escapeText } from '../standards/html.ts'
import { visit } from '../standards/visit.ts'

/**
 * How the bracket of shortcode-like text is written, so that WordPress shows it as it stands: the block editor
 * saves a character reference as a plain bracket, and plain HTML needs no element. In a code block the editor
 * itself writes every bracket as a reference.
 */
export type BracketStyle = 'element' | 'reference' | 'code'

/**
 * Stand-ins, Unicode noncharacters, for what rehype-stringify writes bare in attributes: WordPress ends a tag
 * at the first `>` (wptexturize, wp_kses).
 */
const LESS = '\uFDD2'
const GREATER = '\uFDD3'

const BRACKETS: Readonly<Record<BracketStyle, readonly [found: RegExp, written: string]>> = {
  element: [SHORTCODE, '<span>[</span>'],
  // Three digits, as WordPress itself writes it when it filters the text of limited users.
  reference: [SHORTCODE, '&#091;'],
  code: [/\[/g, '&#91;'],
}

const writer = unified()
  .use(rehypeStringify, {
    allowDangerousHtml: true,
    // A backtick in an attribute was a danger in Internet Explorer only, and the editor writes it plain.
    allowDangerousCharacters: true,
    characterReferences: { useNamedReferences: true },
  })
  .freeze()

/** Serialises inline or block HTML as browsers and the block editor do: named references, no slash in void elements. */
export function serialize(nodes: readonly (ElementContent | RootContent)[], brackets: BracketStyle): string {
  const root: Root = structuredClone({ type: 'root', children: [...nodes] } as Root)
  visit(root, 'element', ({ properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') properties[name] = value.replaceAll('<', LESS).replaceAll('>', GREATER)
    }
  })
  visit(root, 'text', (text, index, parent) => {
    if (parent === undefined || index === undefined) return
    parent.children[index] = { type: 'raw', value: writeText(text.value, brackets) }
  })
  const html = writer.stringify(root)
  return html.replaceAll(LESS, '&lt;').replaceAll(GREATER, '&gt;')
}

/** The references that `innerHTML` writes (HTML Living Standard, 13.3, "escaping a string"). */
function writeText(text: string, brackets: BracketStyle): string {
  return escapeText(text.replace(/\r\n?/g, '\n'))
    .replaceAll('\u00A0', '&nbsp;')
    .replace(...BRACKETS[brackets])
}
