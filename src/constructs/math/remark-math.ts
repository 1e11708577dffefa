import type { Root } from 'mdast'
import { type InlineMath, type Math as MathBlock, mathFromMarkdown } from 'mdast-util-math'
import { math } from 'micromark-extension-math'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { visit } from '../../standards/visit.ts'

/** Formulas between dollar signs, where nothing but a formula can be meant. */
export function remarkMath(this: Processor) {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathSyntax()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()]
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', ({ children: [formula, ...others] }, index, parent) => {
      if (formula?.type !== 'inlineMath' || others.length > 0) return
      if (index === undefined || parent === undefined) return
      const source = String(file).slice(formula.position?.start.offset)
      if (source.startsWith('$$')) parent.children[index] = toBlock(formula)
    })
  }
}

/** `$$x$$` alone in a paragraph is meant as the three-line form is. */
function toBlock({ value, position }: InlineMath): MathBlock {
  const code = {
    type: 'element' as const,
    tagName: 'code',
    properties: { className: ['language-math', 'math-display'] },
    children: [{ type: 'text' as const, value }],
  }
  return { type: 'math', value, ...(position && { position }), data: { hName: 'pre', hChildren: [code] } }
}

/** micromark's syntax for mathematics, but for single dollars that are money or variables. */
function mathSyntax(): Extension {
  const extension = math()
  const text = extension.text?.[36] as Construct
  const guarded: Construct = {
    ...text,
    tokenize(effects, ok, nok) {
      const [start, before] = [this.now(), this.previous]
      const judge: State = (after) => {
        const source = this.sliceSerialize({ start, end: this.now() })
        return isFormula(source, before, after) ? ok(after) : nok(after)
      }
      return text.tokenize.call(this, effects, judge, nok)
    },
  }
  const flow = extension.flow?.[36] as Construct
  const alone: Construct = {
    ...flow,
    tokenize(effects, ok, nok) {
      // What stands behind the signs would be no part of the formula, and get lost.
      return effects.check(BARE_FENCE, flow.tokenize.call(this, effects, ok, nok), nok)
    },
  }
  return { ...extension, text: { ...extension.text, 36: guarded }, flow: { ...extension.flow, 36: alone } }
}

/** A line that holds nothing but dollar signs, and is not the last one. */
const BARE_FENCE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (code !== null && FENCE_SIGNS.includes(code)) {
        effects.consume(code)
        return inside
      }
      effects.exit('mathFlowFence')
      return code !== null && code < TAB ? ok(code) : nok(code)
    }
    return (code) => {
      effects.enter('mathFlowFence')
      return inside(code)
    }
  },
}

/** micromark's code of a tab; below it are the ends of lines, above it the blanks that a tab is wide. */
const TAB = -2

/** The dollar sign, the blank, and tabs as micromark has them. */
const FENCE_SIGNS: readonly number[] = [36, 32, TAB, -1]

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/u

/**
 * Pandoc's rule (tex_math_dollars): no blank inside the dollars, no digit behind them. Besides, no letter before or behind
 * them, as in `$HOME/$NAME`, no brace behind them, as in `${HOME}:${PATH}` and `$(pwd)/$(ls)`, and Japanese only inside braces, as in
 * `\text{速度}`: "$100から$200まで" is money.
 */
function isFormula(source: string, before: Code, after: Code): boolean {
  const tex = source.replace(/^\$+|\$+$/g, '')
  if (WIDE.test(withoutGroups(tex))) return false
  if (source.startsWith('$$')) return true
  const isCommand = tex.startsWith('(') && isCharacter(after, /\(/)
  if (/^\s|\s$/.test(tex) || isCharacter(after, /[\w{]/) || isCharacter(before, /\w/)) return false
  return !isCommand
}

function isCharacter(code: Code, pattern: RegExp): boolean {
  return code !== null && code > 0 && pattern.test(String.fromCharCode(code))
}

/** TeX without what stands between braces that belong together. */
function withoutGroups(tex: string): string {
  const kept: string[] = []
  const open: number[] = []
  for (const sign of tex) {
    const begin = sign === '}' ? open.pop() : undefined
    if (begin !== undefined) {
      kept.length = begin
      continue
    }
    if (sign === '{') open.push(kept.length)
    kept.push(sign)
  }
  return kept.join('')
}
