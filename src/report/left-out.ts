import type { LeftOut } from '../judge/types.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { printable } from './printable.ts'

/** More names than these tell nobody anything. */
const MOST = 5

/** Says in a line each which Markdown files are no articles, since nothing else would tell an author whose file is missing. */
export function leftOutToText(leftOut: readonly LeftOut[]): string {
  return (['plain', 'misnamed'] as const).flatMap((reason) => toLine(leftOut, reason)).join('\n')
}

function toLine(leftOut: readonly LeftOut[], reason: LeftOut['reason']): string[] {
  const files = leftOut.filter((file) => file.reason === reason)
  if (files.length === 0) return []
  const shown = listItems(files.slice(0, MOST).map(({ path }) => printable(path)))
  const names = files.length > MOST ? say`${shown} and ${files.length - MOST} more` : shown
  const isOne = files.length === 1
  if (reason === 'misnamed') {
    return [
      isOne
        ? say`No article, since not named ".md": ${names}`
        : say`No articles, since not named ".md": ${names}`,
    ]
  }
  return [
    isOne
      ? say`No article, since without front matter: ${names}`
      : say`No articles, since without front matter: ${names}`,
  ]
}
