import type { Element } from 'hast'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { Construct as SyntaxConstruct } from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { SKIP, visit } from '../standards/visit.ts'
import type { Construct, PullState } from './construct.ts'

/** Scripts that are read from right to left. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']

const COLON = 58

/** How the one directive within a line begins. */
const BEGINNING = ':lang['

/**
 * Reads boxes (`:::name`) and languages (`:lang[text]{en}`) alone. To the plugin `:name` and `::name` are directives,
 * too, but `参考:公式[^1]`, `1:2[a](b.md)` or `std::vector` are ordinary text, whose brackets are notes and links.
 */
function remarkOwnDirectives(this: Processor): void {
  remarkDirective.call(this as never)
  const extension = this.data().micromarkExtensions?.at(-1)
  const [text, [container]] = [extension?.text?.[COLON], [extension?.flow?.[COLON]].flat()]
  if (extension === undefined || text === undefined || Array.isArray(text) || container === undefined) {
    throw new Error('remark-directive does not bring the syntax that it brought.')
  }
  extension.text = { [COLON]: onlyLanguages(text) }
  extension.flow = { [COLON]: container }
}

function onlyLanguages(construct: SyntaxConstruct): SyntaxConstruct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(language, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

const language: SyntaxConstruct = {
  tokenize(effects, ok, nok) {
    let at = 0
    return (code) => {
      effects.enter('data')
      return next(code)
    }
    function next(code: number | null): ReturnType<typeof ok> {
      if (code !== BEGINNING.charCodeAt(at)) return nok(code)
      at += 1
      effects.consume(code)
      if (at < BEGINNING.length) return next
      effects.exit('data')
      return ok
    }
  },
}

/** Names languages, and turns what names none back into the text that the author wrote, byte for byte. */
function remarkLanguages() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes(BEGINNING)) return
    visit(tree, 'textDirective', (directive: TextDirective, index, parent) => {
      if (index === undefined || parent === undefined) return
      const language = languageOf(directive)
      if (language !== undefined) {
        directive.data = { ...directive.data, hName: 'span', hProperties: language }
        return
      }
      parent.children.splice(index, 1, ...toText(directive, String(file)))
      return [SKIP, index]
    })
  }
}

/** The attributes of `:lang[text]{en}`, with the direction of languages that are read from right to left. */
function languageOf({ attributes, children }: TextDirective) {
  const [[key = '', value] = []] = Object.entries(attributes ?? {})
  if (children.length === 0 || key === '') return undefined
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
function toText({ children, position }: TextDirective, source: string): PhrasingContent[] {
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

/** Boxes, whose meaning is in boxes/, and `:lang[text]{en}`. */
export const directives: Construct = {
  name: 'directives',
  out: { parse: () => [remarkOwnDirectives, remarkLanguages] },
  back: {
    elements: { span: readLanguage },
    // A colon before a letter is plain text here: of directives, only boxes mean something.
    isUnsafe: ({ character, atBreak }) => character !== ':' || atBreak === true,
  },
}
