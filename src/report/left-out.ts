import type { LeftOut } from '../judge/types.ts'
import { printable } from './printable.ts'

/** More names than these tell nobody anything. */
const MOST = 5

/** Says in a line which Markdown files are no articles, since nothing else would tell an author whose file is missing. */
export function leftOutToText(leftOut: readonly LeftOut[]): string {
  const plain = leftOut.filter(({ reason }) => reason === 'plain')
  if (plain.length === 0) return ''
  const names = plain.slice(0, MOST).map(({ path }) => printable(path))
  const more = plain.length > MOST ? ` and ${plain.length - MOST} more` : ''
  return `No ${plain.length === 1 ? 'article' : 'articles'}, since without front matter: ${names.join(', ')}${more}`
}
