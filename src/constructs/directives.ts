import type { Element } from 'hast'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Construct, PullState } from './construct.ts'

/** Scripts that are read from right to left. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']

/** What may begin a directive: more than it need be, and digits and tabs, too. */
const NAME = /:[^ \r\n!-/:-@[-`{-~]/

/**
 * Turns `:name` and `::name` back into the text that the author wrote, byte for byte: only boxes (`:::name`)
 * and languages (`:lang[text]{en}`) mean something, and `a:b`, `10:30pm` or `std::vector` are ordinary text.
 */
function remarkLiteralDirectives() {
  return (tree: Root, file: VFile): void => {
    if (!NAME.test(String(file).slice(tree.children[0]?.position?.start.offset))) return
    visit(tree, ['textDirective', 'leafDirective'], (node, index, parent) => {
      if (index === undefined || parent === undefined) return
      const directive = node as TextDirective | LeafDirective
      const language = languageOf(directive)
      if (language !== undefined) {
        directive.data = { ...directive.data, hName: 'span', hProperties: language }
        return
      }
      const literal = toText(directive, String(file))
      const replacement =
        directive.type === 'leafDirective' ? [{ type: 'paragraph', children: literal }] : literal
      ;(parent as { children: unknown[] }).children.splice(index, 1, ...replacement)
      return [SKIP, index]
    })
  }
}

/** The attributes of `:lang[text]{en}`, with the direction of languages that are read from right to left. */
function languageOf({ type, name, attributes, children }: TextDirective | LeafDirective) {
  const [[key = '', value] = []] = Object.entries(attributes ?? {})
  if (type !== 'textDirective' || name !== 'lang' || children.length === 0 || key === '') return undefined
  try {
    const [lang = ''] = Intl.getCanonicalLocales(key === 'lang' ? (value ?? '') : key)
    const script = new Intl.Locale(lang).maximize().script ?? ''
    return RIGHT_TO_LEFT.includes(script) ? { lang, dir: 'rtl' } : { lang }
  } catch {
    // It is no language, so it is text.
    return undefined
  }
}

/** What stands around the label comes from the source; the label keeps the Markdown inside it. */
function toText({ children, position }: TextDirective | LeafDirective, source: string): PhrasingContent[] {
  const [start, end] = [position?.start.offset, position?.end.offset]
  const labelStart = children[0]?.position?.start.offset
  const labelEnd = children.at(-1)?.position?.end.offset
  if (labelStart === undefined || labelEnd === undefined)
    return [{ type: 'text', value: source.slice(start, end) }]
  return [
    { type: 'text', value: source.slice(start, labelStart) },
    ...children,
    { type: 'text', value: source.slice(labelEnd, end) },
  ]
}

/** Words of another language; the direction of their script comes by itself. */
function readLanguage(element: Element, state: PullState): Nodes | undefined {
  const { lang, dir: _, ...others } = element.properties
  if (typeof lang !== 'string' || Object.keys(others).length > 0) return undefined
  return { type: 'textDirective', name: 'lang', attributes: { [lang]: '' }, children: state.line(element) }
}

/** `:lang[text]{en}`, and `:name` and `::name` that are text. */
export const directives: Construct = {
  name: 'directives',
  out: { parse: () => [remarkDirective, remarkLiteralDirectives] },
  back: {
    elements: { span: readLanguage },
    // A colon before a letter is plain text here: of directives, only boxes mean something.
    isUnsafe: ({ character, atBreak }) => character !== ':' || atBreak === true,
  },
}
