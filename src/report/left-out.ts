import type { LeftOut } from '../judge/types.ts'
import { printable } from './printable.ts'

/** More names than these tell nobody anything. */
const MOST = 5

/** Says in a line each which Markdown files are no articles, since nothing else would tell an author whose file is missing. */
export function leftOutToText(leftOut: readonly LeftOut[]): string {
  return [toLine(leftOut, 'plain', 'without front matter'), toLine(leftOut, 'misnamed', 'not named ".md"')]
    .flat()
    .join('\n')
}

function toLine(leftOut: readonly LeftOut[], reason: LeftOut['reason'], why: string): string[] {
  const files = leftOut.filter((file) => file.reason === reason)
  if (files.length === 0) return []
  const names = files.slice(0, MOST).map(({ path }) => printable(path))
  const more = files.length > MOST ? ` and ${files.length - MOST} more` : ''
  return [`No ${files.length === 1 ? 'article' : 'articles'}, since ${why}: ${names.join(', ')}${more}`]
}
