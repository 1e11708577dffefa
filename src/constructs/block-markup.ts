import type {
  Code,
  Effects,
  Construct as MicromarkConstruct,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import type { Processor } from 'unified'
import { firstDelimiter } from '../content/block-delimiters.ts'
import { blockDepth, isBlockMarkup, partBlocks } from '../content/split-blocks.ts'
import type { Construct } from './construct.ts'

/**
 * Lets an article hold the block editor's own markup, `<!-- wp:buttons -->` to `<!-- /wp:buttons -->`: one piece of
 * raw HTML whatever stands inside, blank lines and Markdown signs included. A block that is never closed ends with
 * the article.
 */
function remarkBlockMarkup(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow: { 60: construct } }]
}

/**
 * The block editor's own markup in an article. It is what pull writes for anything that Markdown cannot say, without a
 * way of its own.
 */
export const blockMarkup: Construct = {
  name: 'block markup',
  out: {
    parse: () => [remarkBlockMarkup],
    blocks: { raw: (html) => (isBlockMarkup(html) ? partBlocks(html) : undefined) },
  },
}

const construct: MicromarkConstruct = { name: 'blockMarkup', tokenize, concrete: true }

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let line = ''
  let depth = 0
  let isFirst = true
  const interrupts = this.interrupt === true

  return (code) => {
    if (interrupts) return nok(code)
    effects.enter('htmlFlow')
    effects.enter('htmlFlowData')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code !== null && code >= 0) {
      line += String.fromCharCode(code)
      effects.consume(code)
      return inside
    }
    // Tabs come as a code of their own, followed by codes for the columns that they fill.
    if (code === -2 || code === -1) {
      line += ' '
      effects.consume(code)
      return inside
    }
    return lineEnd(code)
  }

  function lineEnd(code: Code): State | undefined {
    if (isFirst && !beginsBlock(line)) return nok(code)
    isFirst = false
    depth += blockDepth(line)
    line = ''
    effects.exit('htmlFlowData')
    return code === null || depth <= 0 ? done(code) : effects.check(nextLine, between, done)(code)
  }

  function between(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    // A blank line has no data of its own.
    if (code === null) return done(code)
    if (code < -2) return effects.check(nextLine, between, done)(code)
    effects.enter('htmlFlowData')
    return inside(code)
  }

  function done(code: Code): State | undefined {
    effects.exit('htmlFlow')
    return ok(code)
  }
}

/** What a line has to begin with; everything up to the end of the block is then taken as it stands. */
function beginsBlock(line: string): boolean {
  const first = firstDelimiter(line)
  return first !== undefined && first.kind !== 'closing'
}

/** True before a line that belongs to the same container. */
const nextLine: MicromarkConstruct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next))
    }
  },
}
