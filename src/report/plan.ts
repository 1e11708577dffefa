import pc from 'picocolors'
import { fieldLabel } from '../fields/label.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { type Change, kindOf } from '../sync/changes/registry.ts'
import type { PlanDetails, PostDetails } from '../sync/details.ts'
import type { Plan } from '../sync/plan-types.ts'
import type { Conflict, KeptPicture, Orphan } from '../sync/types.ts'
import { padColumns, widest } from './columns.ts'

/**
 * The plan for machines; what `plan --json` prints.
 *
 * @param details what it means for each post, of which stands here what no field tells: `lost`, block settings that go
 *   from the site, `unpublishes`, the status that hides a public post, and `moved`, the address that another one follows
 */
export function planToJson(plan: Plan, details: Pick<PlanDetails, 'written'>): Record<string, unknown> {
  return {
    site: plan.site,
    changes: plan.changes.map((change) => ({
      ...changeToJson(change),
      ...('after' in change ? consequences(details.written.get(change.after.key)) : {}),
    })),
    unchanged: plan.unchanged.length,
    drift: plan.drift.map(({ slug, id, link, fields }) => ({
      slug,
      id,
      link,
      fields: fields.map(fieldLabel),
    })),
    conflicts: plan.conflicts.map(({ slug, id, link, reason, fields }) => ({
      slug,
      id,
      link,
      reason,
      fields: fields.map(fieldLabel),
    })),
    refused: plan.refused.map(({ slug, path, error: { message, advice } }) => ({
      slug,
      path,
      message,
      advice,
    })),
    orphans: plan.orphans,
    strangers: plan.strangers.map(({ remote: { slug, id, link }, marker: { key }, reason }) => ({
      slug,
      id,
      link,
      key,
      reason,
    })),
    keptPictures: plan.keptPictures,
    held: plan.held,
  }
}

function consequences(details: PostDetails | undefined): Record<string, unknown> {
  if (details === undefined) return {}
  const { settings, unpublishes, moved } = details
  return {
    ...(settings.there.length > 0 ? { lost: settings.there } : {}),
    ...(unpublishes === undefined ? {} : { unpublishes }),
    ...(moved === undefined ? {} : { moved: { from: moved.from, to: moved.to } }),
  }
}

/** The kind of a change and what it is about, by the names that people know. */
export function changeToJson(change: Change): Record<string, unknown> {
  return { kind: change.kind, ...kindOf(change).toJson(change) }
}

const COLOURS = { '+': pc.green, '~': pc.yellow, '-': pc.red } as const

/** What changes are about. */
export const WHAT = {
  category: say`category`,
  tag: say`tag`,
  picture: say`picture`,
  post: say`post`,
} as const

const WIDTH = widest(Object.values(WHAT))

/** One change in a line. */
export function changeToText(change: Change): string {
  const { sign, what, name, detail } = kindOf(change).describe(change)
  const more = detail === '' ? '' : sign === '+' ? ` (${detail})` : `: ${detail}`
  return `${COLOURS[sign](sign)} ${padColumns(WHAT[what], WIDTH)} ${name}${more}`
}

/** Posts without a file that no change takes off the site. */
export function leftOrphans({ orphans, changes }: Plan): Orphan[] {
  const removed = new Set(changes.map((change) => kindOf(change).removes(change)?.id))
  return orphans.filter(({ id }) => !removed.has(id))
}

/** Why an article with a picture that could not be compared is left alone. */
export function unreadToText({ unread }: Conflict): string {
  const { path = say`a picture`, url = say`a file`, reason = '' } = unread ?? {}
  return say`whether the site has ${path} already is not known, since ${url} cannot be read (${reason})`
}

/** Why a picture keeps its texts; behind its path. */
export function keptPictureToText({ fields, reason }: KeptPicture): string {
  return reason === 'edited'
    ? say`${listItems(fields)} on the site was not published from here, left alone`
    : say`${listItems(fields)} left alone, since another user uploaded it`
}
