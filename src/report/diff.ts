import { listChanges } from '../content/list-changes.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { MOST_CONTENT } from '../limits/sizes.ts'
import { segments } from '../standards/segments.ts'
import { toReadable } from './readable.ts'

/** One line of a diff. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+' | '@'
  readonly text: string
}

/** Lines that are shown around a change, for finding the place. */
const CONTEXT = 2

/** Letters of a line that are shown at most: no paragraph is as long, and a terminal is full of it. */
const MOST_SHOWN = 2000

/** Stretches of a changed line that are the same on both sides are cut to this many characters at each end. */
const KEPT = 24

export interface DiffOptions {
  /** Compare the markup itself. */
  readonly html: boolean
  /** True where differences of the markup are told otherwise; then it is shown only where `html` asks for it. */
  readonly isMarkupTold?: boolean
  /** Marks a changed word within a changed line. */
  readonly mark: (text: string) => string
}

/**
 * The differences between two published contents, as text at the level of Markdown or, with `html`, as the
 * markup itself. Where only the markup differs, that is shown, unless it is told otherwise.
 *
 * @returns no lines where nothing differs; a gap alone where there is too much to compare
 */
export function diffContents(before: string, after: string, options: DiffOptions): DiffLine[] {
  if (Math.max(before.length, after.length) > MOST_CONTENT) return TOO_MUCH
  try {
    return bounded(() => diffTexts(before, after, options))
  } catch (error) {
    if (error instanceof ExcessError) return TOO_MUCH
    throw error
  }
}

const TOO_MUCH: DiffLine[] = [{ sign: '@', text: '' }]

function diffTexts(before: string, after: string, options: DiffOptions): DiffLine[] {
  if (options.html) return diffLines(before, after, options.mark)
  const [old, new_] = [toReadable(before), toReadable(after)]
  if (old !== new_) return diffLines(old, new_, options.mark)
  return options.isMarkupTold === true ? [] : diffLines(before, after, options.mark)
}

/** The differences between two texts, line by line and within changed lines word by word. */
export function diffLines(before: string, after: string, mark: DiffOptions['mark']): DiffLine[] {
  const shown: DiffLine[] = []
  let removed: readonly string[] = []
  const changes = listChanges(before.split('\n'), after.split('\n'))
  for (const [index, { kind, items }] of changes.entries()) {
    if (kind === 'removed' && changes[index + 1]?.kind === 'added') removed = items
    else if (kind === 'same') shown.push(...contextLines(items, index > 0, index < changes.length - 1))
    else {
      shown.push(...(kind === 'removed' ? pairLines(items, [], mark) : pairLines(removed, items, mark)))
      removed = []
    }
  }
  return shown
}

/** What is shown of lines that are the same. */
function contextLines(lines: readonly string[], isAfter: boolean, isBefore: boolean): DiffLine[] {
  const toLines = (kept: readonly string[]): DiffLine[] =>
    kept.map((line) => ({ sign: ' ', text: shorten(line) }) as const).filter(({ text }) => text !== '')
  if (isAfter && isBefore && lines.length <= 2 * CONTEXT) return toLines(lines)
  return [
    ...(isAfter ? toLines(lines.slice(0, CONTEXT)) : []),
    ...(isAfter && isBefore ? [{ sign: '@', text: '' } as const] : []),
    ...(isBefore ? toLines(lines.slice(-CONTEXT)) : []),
  ]
}

/** Compares removed lines with the added ones that took their place. */
function pairLines(
  removed: readonly string[],
  added: readonly string[],
  mark: DiffOptions['mark'],
): DiffLine[] {
  // Only lines that stand one for one are told apart word by word; others are new as a whole.
  const pairs =
    removed.length === added.length
      ? removed.map((text, index) => diffWords(text, added[index] ?? '', mark))
      : undefined
  return [
    ...(pairs?.map(([text]) => text) ?? removed.map(limit)).map((text) => ({ sign: '-', text }) as const),
    ...(pairs?.map(([, text]) => text) ?? added.map(limit)).map((text) => ({ sign: '+', text }) as const),
  ]
}

/** Both versions of a line, what differs marked, long stretches that do not cut short. */
function diffWords(before: string, after: string, mark: DiffOptions['mark']): [string, string] {
  const changes = listChanges([...segments(before, 'word')], [...segments(after, 'word')])
  const render = (side: 'removed' | 'added'): string =>
    changes
      .map(({ kind, items }, index) => {
        const text = items.join('')
        if (kind === 'same') return cut(text, index === 0, index === changes.length - 1)
        return kind === side ? mark(limit(text)) : ''
      })
      .join('')
  return [render('removed'), render('added')]
}

function cut(text: string, isFirst: boolean, isLast: boolean): string {
  const letters = [...text]
  if (letters.length <= 2 * KEPT + 1) return text
  const start = isFirst ? '' : letters.slice(0, KEPT).join('')
  const end = isLast ? '' : letters.slice(-KEPT).join('')
  return `${start}…${end}`
}

function limit(text: string): string {
  return text.length <= MOST_SHOWN
    ? text
    : `${[...text.slice(0, 2 * MOST_SHOWN)].slice(0, MOST_SHOWN).join('')}…`
}

function shorten(text: string): string {
  const letters = [...text]
  return letters.length <= 2 * KEPT ? text : `${letters.slice(0, 2 * KEPT).join('')}…`
}
