import type { FieldName } from '../fields/registry.ts'
import { listReferences } from '../render/references.ts'
import type { RemotePost } from '../site/types.ts'
import { isPublicStatus } from './public-status.ts'
import type { DesiredPost } from './types.ts'

/** A change that writes an article, as far as its links are concerned. */
interface Written {
  readonly after: DesiredPost
  /** Absent for a new post. */
  readonly before?: RemotePost
  /** Absent for a new post, which is written whole. */
  readonly fields?: readonly FieldName[]
}

/**
 * The articles that a change shows links to which nobody was shown before, by key, each once: those of a text that it
 * writes, or makes public. Those of a text that it leaves alone stay as they are.
 */
export function linksWritten(change: Written): string[] {
  const { after, before, fields } = change
  const { content, footnotes } = after
  const isText = fields === undefined || fields.includes('content') || fields.includes('footnotes')
  const goesPublic = before !== undefined && !isPublicStatus(before.status) && endsPublic(change)
  if (!isText && !goesPublic) return []
  const links = listReferences(content + (footnotes ?? '')).filter(({ kind }) => kind === 'post')
  return [...new Set(links.map(({ key }) => key))]
}

/** Whether readers can open a post once its change is made. */
export function endsPublic(change: Written): boolean {
  return isPublicStatus(statusAfter(change))
}

/** What a post has once its change is made: what its file says, where that is written, too. */
export function statusAfter({ after, before, fields }: Written): RemotePost['status'] {
  const isWritten = before === undefined || fields?.includes('status') === true
  return isWritten ? after.status : before.status
}
