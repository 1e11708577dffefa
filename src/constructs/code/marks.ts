import { own } from '../../standards/own.ts'
import type { FenceMeta } from './fence-meta.ts'

export type LineMark = 'add' | 'remove' | 'highlight' | 'error' | 'warning'

export interface CodeLine {
  readonly text: string
  readonly mark: LineMark | undefined
}

/** How a comment begins in the languages that authors show; a comment of JSX ends with its brace. */
const COMMENT = /(?:\{\/\*|\/\*|\/\/|<!--|#|--|;|%|')$/

/** How it ends. */
const COMMENT_END = String.raw`(?:\*/\}?|-->)?`

/** A comment that marks its line, as Shiki's transformers and VitePress read it: `// [!code ++]`. */
const NOTATION = new RegExp(
  String.raw`^\[!code\s+(\+\+|--|hl|highlight|focus|error|warning)(?::(\d+))?\]\s*${COMMENT_END}$`,
)

/** What a comment on a line of its own says that marks other lines, as Docusaurus reads it: `// highlight-next-line`. */
const DOCUSAURUS = new RegExp(String.raw`^highlight-(next-line|start|end)\s*${COMMENT_END}$`)

const MARKS: Readonly<Record<string, LineMark>> = {
  '++': 'add',
  '--': 'remove',
  error: 'error',
  warning: 'warning',
}

/**
 * Takes the comments that mark lines out of code and says which lines they mark. A comment alone on its line
 * marks what follows; `:3` at its end marks three lines.
 *
 * @param highlighted numbers of further lines, counted from 1 in what remains
 */
export function readMarks(code: string, highlighted: FenceMeta['highlighted']): CodeLine[] {
  const lines: CodeLine[] = []
  let next: { readonly mark: LineMark; readonly count: number } | undefined
  let inRange = false
  for (const source of code.split(/\r\n?|\n/)) {
    const alone = findComment(source, 'highlight-', DOCUSAURUS)
    const range = alone?.text.trim() === '' ? alone.words[1] : undefined
    if (range !== undefined) {
      if (range === 'next-line') next = { mark: 'highlight', count: 1 }
      else inRange = range === 'start'
      continue
    }
    const found = findComment(source, '[!code', NOTATION)
    const text = found?.text ?? source
    if (found !== undefined)
      next = { mark: own(MARKS, found.words[1]) ?? 'highlight', count: Number(found.words[2] ?? 1) }
    if (found !== undefined && text.trim() === '') continue
    const isHighlighted = inRange || highlighted.has(lines.length + 1)
    lines.push({ text, mark: next?.mark ?? (isHighlighted ? 'highlight' : undefined) })
    next = next === undefined || next.count <= 1 ? undefined : { ...next, count: next.count - 1 }
  }
  return lines
}

interface Comment {
  /** What stands before it. */
  readonly text: string
  readonly words: RegExpExecArray
}

/** The comment that a line ends with, where it says what is looked for. */
function findComment(line: string, sign: string, words: RegExp): Comment | undefined {
  const at = line.lastIndexOf(sign)
  if (at === -1) return undefined
  const before = line.slice(0, at).trimEnd()
  const end = line.slice(at).trimEnd()
  const found = words.exec(end)
  const [opening] = COMMENT.exec(before.slice(-4)) ?? []
  if (found === null || opening === undefined) return undefined
  // Without the brace at its end, the one before the comment belongs to the code.
  const length = opening === '{/*' && !end.endsWith('*/}') ? 2 : opening.length
  return { text: before.slice(0, before.length - length).trimEnd(), words: found }
}
