import type { Link, PhrasingContent, Root } from 'mdast'
import type { Code, Effects, State, Construct as Syntax, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { replaceConstructs } from '../render/plugins/replace-constructs.ts'
import { visit } from '../standards/visit.ts'
import type { Construct } from './construct.ts'

/**
 * Full-width signs, letters, digits and blanks: they end a bare address, which holds them only percent-encoded. Kana,
 * kanji and their marks (々, 〇) stay, since browsers show and copy addresses with them.
 */
const END = /[\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\uFF01-\uFF65]/

/** A bare address in Japanese text. Back it is a link like any other. */
export const wideAutolinks: Construct = {
  name: 'wide autolinks',
  out: { parse: () => [endAddresses, remarkWideAutolinks] },
}

/**
 * Ends a bare address where Japanese text begins again, so that what follows is Markdown. GFM would take everything up
 * to the next blank into it.
 */
function endAddresses(this: Processor): void {
  const data = this.data()
  for (const name of ['protocolAutolink', 'wwwAutolink']) {
    data.micromarkExtensions = replaceConstructs(data.micromarkExtensions, name, (syntax) => [
      endingEarly(syntax),
    ])
  }
}

/** States that see the end by themselves. */
const aware = new WeakSet<State>()

/** The syntax of an address or of a part of one, to which the text ends where an address does. */
function endingEarly({ tokenize, previous, ...syntax }: Syntax): Syntax {
  return {
    ...syntax,
    ...(previous && {
      previous(code) {
        return isEnd(code) || previous.call(this, code)
      },
    }),
    tokenize(effects, ok, nok) {
      let isOver = false
      let real: Code = null
      const over = (state: State): State => {
        return () => {
          isOver = true
          return state(real)
        }
      }
      const within = (state: State): State => {
        if (aware.has(state)) return state
        const seeing: State = (code) => {
          real = code
          const next = state(isEnd(code) ? null : code)
          return isOver || next === undefined ? next : within(next)
        }
        aware.add(seeing)
        return seeing
      }
      const trying = (attempt: Effects['attempt']): Effects['attempt'] => {
        return (part, found, other) => {
          // The plugin tries one part at a time.
          const start = attempt(endingEarly(part as Syntax), within(found), other && within(other))
          aware.add(start)
          return start
        }
      }
      const { attempt, check } = effects
      const early = { ...effects, attempt: trying(attempt), check: trying(check) }
      return within(tokenize.call(behindBlank(this), early, over(ok), over(nok)))
    },
  }
}

/** Where Japanese text ends an address can begin, as behind a blank; each syntax looks once more itself. */
function behindBlank(context: TokenizeContext): TokenizeContext {
  return isEnd(context.previous) ? Object.create(context, { previous: { value: null } }) : context
}

function isEnd(code: Code): boolean {
  return code !== null && code > 0 && END.test(String.fromCharCode(code))
}

/** The same for addresses that are found only in the finished text, behind a character reference or an escape. */
function remarkWideAutolinks() {
  return (tree: Root, file: VFile): void => {
    if (!/https?:|www\.|@|&|\\/i.test(String(file))) return
    visit(tree, 'link', (link, index, parent) => {
      const [text] = link.children
      if (index === undefined || parent === undefined || text?.type !== 'text' || link.children.length > 1)
        return
      // What the parser made of an author's own brackets has a position.
      if (link.position !== undefined) return
      const end = text.value.search(END)
      if (end <= 0 || !link.url.endsWith(text.value)) return
      const short: Link = {
        ...link,
        url: link.url.slice(0, link.url.length - (text.value.length - end)),
        children: [{ type: 'text', value: text.value.slice(0, end) }],
      }
      const rest: PhrasingContent = { type: 'text', value: text.value.slice(end) }
      parent.children.splice(index, 1, short, rest)
      return index + 2
    })
  }
}
