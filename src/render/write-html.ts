import type { ElementContent, Properties, RootContent } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SHORTCODE } from '../content/shortcodes.ts'
import { escapeText } from '../standards/html.ts'

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
  const children = nodes.map((node) => toWritten(node, brackets))
  const html = writer.stringify({ type: 'root', children })
  return html.replaceAll(LESS, '&lt;').replaceAll(GREATER, '&gt;')
}

/** A copy whose text and attributes the writer leaves as they are. */
function toWritten<Node extends ElementContent | RootContent>(
  node: Node,
  brackets: BracketStyle,
): Node | Raw {
  if (node.type === 'text') return { type: 'raw', value: writeText(node.value, brackets) }
  if (node.type !== 'element') return node
  const properties = Object.entries(node.properties).map(([name, value]) => [name, writeValue(value)])
  return {
    ...node,
    properties: Object.fromEntries(properties),
    children: node.children.map((child) => toWritten(child, brackets)),
  }
}

function writeValue(value: Properties[string]): Properties[string] {
  return typeof value === 'string' ? value.replaceAll('<', LESS).replaceAll('>', GREATER) : value
}

/** The references that `innerHTML` writes (HTML Living Standard, 13.3, "escaping a string"). */
function writeText(text: string, brackets: BracketStyle): string {
  return escapeText(text.replace(/\r\n?/g, '\n'))
    .replaceAll('\u00A0', '&nbsp;')
    .replace(...BRACKETS[brackets])
}
