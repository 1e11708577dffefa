import { count } from '../language/count.ts'
import type { RemoteSummary } from '../links/check-remote.ts'

/** "External links: 12 addresses, 9 answer, 1 down, ...", and what to think of it where nothing was reached. */
export function remoteToText(summary: RemoteSummary): string {
  const { ok, down, refused, unreachable, private: closed, cached } = summary
  const total = ok + down + refused + unreachable + closed
  if (total === 0) return 'External links: none to ask.'
  const parts = [
    `${ok} answer`,
    ...(down > 0 ? [`${down} cannot be opened`] : []),
    ...(refused > 0 ? [`${refused} refuse programs`] : []),
    ...(unreachable > 0 ? [`${unreachable} could not be reached`] : []),
    ...(closed > 0 ? [`${closed} lead into a private network`] : []),
    ...(cached > 0 ? [`${cached} known from an earlier run`] : []),
  ]
  const text = `External links: ${count(total, 'address')}: ${parts.join(', ')}.`
  return unreachable === total ? `${text} Is there a network?` : text
}
