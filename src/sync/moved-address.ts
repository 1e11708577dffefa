import type { FieldName } from '../fields/registry.ts'
import type { RemotePost } from '../site/types.ts'
import { finalPermalink } from './permalink.ts'
import type { DesiredPost } from './types.ts'

/** A public address that a change gives up, and the one that takes its place. */
export interface MovedAddress {
  readonly from: string
  readonly to: string
}

/**
 * The address that a post loses by another slug or date; `undefined` where it stays, as it does under
 * permalinks made of the id, or where nobody could know it yet, as of a draft.
 */
export function movedAddress(
  before: RemotePost,
  after: DesiredPost,
  fields: readonly FieldName[],
): MovedAddress | undefined {
  if (before.status !== 'publish') return undefined
  const from = finalPermalink(before, before.slug)
  const slug = fields.includes('slug') ? after.slug : before.slug
  const address = finalPermalink(before, slug)
  const date = fields.includes('date') ? after.date : undefined
  const to = date === undefined ? address : redate(address, before.date, date)
  return from === to ? undefined : { from, to }
}

/** Permalink structures with a date hold it as `/2025/12/22/`, `/2025/12/` or `/2025/` (WP_Rewrite). */
function redate(address: string, old: string, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-')
  const [oldYear, oldMonth, oldDay] = old.slice(0, 10).split('-')
  return address
    .replace(`/${oldYear}/${oldMonth}/${oldDay}/`, `/${year}/${month}/${day}/`)
    .replace(`/${oldYear}/${oldMonth}/`, `/${year}/${month}/`)
    .replace(`/${oldYear}/`, `/${year}/`)
}
