import { diffArrays, structuredPatch } from 'diff'
import { toReadable } from './readable.ts'

/** One line of a diff. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+' | '@'
  readonly text: string
}

/** Lines that are shown around a change, for finding the place. */
const CONTEXT = 2

/** Stretches of a changed line that are the same on both sides are cut to this many characters at each end. */
const KEPT = 24

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

export interface DiffOptions {
  /** Compare the markup itself. */
  readonly html: boolean
  /** Marks a changed word within a changed line. */
  readonly mark: (text: string) => string
}

/**
 * The differences between two published contents, as text at the level of Markdown or, with `html`, as the
 * markup itself. Where only the markup differs, that is shown.
 *
 * @returns no lines where nothing differs
 */
export function diffContents(before: string, after: string, options: DiffOptions): DiffLine[] {
  if (options.html) return diffLines(before, after, options.mark)
  const [old, new_] = [toReadable(before), toReadable(after)]
  return old === new_ ? diffLines(before, after, options.mark) : diffLines(old, new_, options.mark)
}

/** The differences between two texts, line by line and within changed lines word by word. */
export function diffLines(before: string, after: string, mark: DiffOptions['mark']): DiffLine[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT })
  return hunks.flatMap((hunk, index) => {
    const lines = hunk.lines.filter((line) => !line.startsWith('\\'))
    return [...(index === 0 ? [] : [{ sign: '@', text: '' } as const]), ...pairLines(lines, mark)]
  })
}

/** Compares removed lines with the added ones that took their place. */
function pairLines(lines: readonly string[], mark: DiffOptions['mark']): DiffLine[] {
  const shown: DiffLine[] = []
  for (let at = 0; at < lines.length; ) {
    const removed = takeWhile(lines, at, '-')
    const added = takeWhile(lines, at + removed.length, '+')
    if (removed.length + added.length === 0) {
      const text = shorten((lines[at] ?? '').slice(1))
      if (text !== '') shown.push({ sign: ' ', text })
      at += 1
      continue
    }
    at += removed.length + added.length
    // Only lines that stand one for one are told apart word by word; others are new as a whole.
    if (removed.length !== added.length) {
      shown.push(...removed.map((text) => ({ sign: '-', text }) as const))
      shown.push(...added.map((text) => ({ sign: '+', text }) as const))
      continue
    }
    const pairs = removed.map((text, index) => diffWords(text, added[index] ?? '', mark))
    shown.push(...pairs.map(([text]) => ({ sign: '-', text }) as const))
    shown.push(...pairs.map(([, text]) => ({ sign: '+', text }) as const))
  }
  return shown
}

function takeWhile(lines: readonly string[], from: number, sign: string): string[] {
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith(sign))
  return lines.slice(from, end === -1 ? undefined : end).map((line) => line.slice(1))
}

/** Both versions of a line, what differs marked, long stretches that do not cut short. */
function diffWords(before: string, after: string, mark: DiffOptions['mark']): [string, string] {
  const parts = diffArrays(words(before), words(after))
  const render = (side: 'removed' | 'added'): string =>
    parts
      .filter((part) => !(side === 'removed' ? part.added : part.removed))
      .map(({ value, added, removed }) => {
        const text = value.join('')
        if (added || removed) return mark(text)
        return cut(text, value === parts[0]?.value, value === parts.at(-1)?.value)
      })
      .join('')
  return [render('removed'), render('added')]
}

function words(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

function cut(text: string, isFirst: boolean, isLast: boolean): string {
  const letters = [...text]
  if (letters.length <= 2 * KEPT + 1) return text
  const start = isFirst ? '' : letters.slice(0, KEPT).join('')
  const end = isLast ? '' : letters.slice(-KEPT).join('')
  return `${start}…${end}`
}

function shorten(text: string): string {
  const letters = [...text]
  return letters.length <= 2 * KEPT ? text : `${letters.slice(0, 2 * KEPT).join('')}…`
}
