import { own } from '../../standards/own.ts'

export type LineMark = 'add' | 'remove' | 'highlight' | 'error' | 'warning'

export interface CodeLine {
  readonly text: string
  readonly mark: LineMark | undefined
}

/** How a comment begins in the languages that authors show. */
const COMMENT = String.raw`(?:\{/\*(?=.*\*/\}\s*$)|/\*|//|<!--|#|--|;|%|')`
const COMMENT_END = String.raw`(?:\*/\}?|-->)?`

/** A comment that marks its line, as Shiki's transformers and VitePress read it: `// [!code ++]`. */
const NOTATION = new RegExp(
  String.raw`\s*${COMMENT}\s*\[!code\s+(\+\+|--|hl|highlight|focus|error|warning)(?::(\d+))?\]\s*${COMMENT_END}\s*$`,
)

/** A comment on a line of its own that marks other lines, as Docusaurus reads it: `// highlight-next-line`. */
const DOCUSAURUS = new RegExp(
  String.raw`^\s*${COMMENT}\s*highlight-(next-line|start|end)\s*${COMMENT_END}\s*$`,
)

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
export function readMarks(code: string, highlighted: ReadonlySet<number>): CodeLine[] {
  const lines: CodeLine[] = []
  let next: { readonly mark: LineMark; readonly count: number } | undefined
  let inRange = false
  for (const source of code.split(/\r\n?|\n/)) {
    const range = DOCUSAURUS.exec(source)?.[1]
    if (range !== undefined) {
      if (range === 'next-line') next = { mark: 'highlight', count: 1 }
      else inRange = range === 'start'
      continue
    }
    const found = NOTATION.exec(source)
    const text = found === null ? source : source.slice(0, found.index)
    if (found !== null) next = { mark: own(MARKS, found[1]) ?? 'highlight', count: Number(found[2] ?? 1) }
    if (found !== null && text.trim() === '') continue
    const isHighlighted = inRange || highlighted.has(lines.length + 1)
    lines.push({ text, mark: next?.mark ?? (isHighlighted ? 'highlight' : undefined) })
    next = next === undefined || next.count <= 1 ? undefined : { ...next, count: next.count - 1 }
  }
  return lines
}
