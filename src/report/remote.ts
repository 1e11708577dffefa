import { count } from '../language/count.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import type { RemoteSummary } from '../links/check-remote.ts'

/** "External links: 12 addresses, 9 answer, 1 down, ...", and what to think of it where nothing was reached. */
export function remoteToText(summary: RemoteSummary): string {
  const { ok, down, refused, unreachable, private: closed, cached } = summary
  const total = ok + down + refused + unreachable + closed
  if (total === 0) return say`External links: none to ask.`
  const parts = [
    say`${ok} answer`,
    ...(down > 0 ? [say`${down} cannot be opened`] : []),
    ...(refused > 0 ? [say`${refused} refuse programs`] : []),
    ...(unreachable > 0 ? [say`${unreachable} could not be reached`] : []),
    ...(closed > 0 ? [say`${closed} lead into a private network`] : []),
    ...(cached > 0 ? [say`${cached} known from an earlier run`] : []),
  ]
  const text = say`External links: ${count(total, 'address')}: ${listItems(parts)}.`
  return unreachable === total ? joinSentences(text, say`Is there a network?`) : text
}
