import { isStatus } from '../fields/status.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { writtenStatus } from '../posts/draft.ts'
import type { PlannedArticle, PlanState } from '../report/planned.ts'
import type { Snapshot } from './snapshot.ts'

/** What the index says of an article in a word. */
export interface Badge {
  /** Names it in the filter, whatever the language. */
  readonly id: string
  readonly text: string
  /** The class of its colour. */
  readonly kind: string
}

/**
 * The state of an article: where the site was asked, that of its post and how both compare; otherwise, and of a new
 * article, the status of the front matter.
 */
export function badgesOf({ key, draft }: JudgedArticle, { config, planned }: Snapshot): Badge[] {
  const plan = planned?.get(key)
  const states = plan?.states.map((state) => STATES[state]) ?? []
  if (plan?.status !== undefined) return [siteBadge(plan.status), ...states]
  // Nobody knows for certain which post it is, or whether it has one: `publish` would read as what the site has.
  if (plan?.states.includes('refused')) return states
  const status = writtenStatus(draft, config)
  return [{ id: status, text: status, kind: isStatus(status) ? status : 'unknown' }, ...states]
}

function siteBadge(status: NonNullable<PlannedArticle['status']>): Badge {
  // WordPress lets plugins add statuses.
  return ON_SITE.get(status) ?? { id: `site-${status}`, text: status, kind: 'plain' }
}

const ON_SITE: ReadonlyMap<string, Badge> = new Map([
  ['publish', { id: 'site-publish', text: say`live`, kind: 'publish' }],
  ['future', { id: 'site-future', text: say`scheduled on the site`, kind: 'future' }],
  ['draft', { id: 'site-draft', text: say`draft on the site`, kind: 'draft' }],
  ['pending', { id: 'site-pending', text: say`pending on the site`, kind: 'pending' }],
  ['private', { id: 'site-private', text: say`private on the site`, kind: 'private' }],
  ['trash', { id: 'site-trash', text: say`in the trash`, kind: 'unknown' }],
])

const STATES: Readonly<Record<PlanState, Badge>> = {
  new: { id: 'new', text: say`new`, kind: 'new' },
  changed: { id: 'changed', text: say`changed here`, kind: 'changed' },
  edited: { id: 'edited', text: say`changed there`, kind: 'edited' },
  conflict: { id: 'conflict', text: say`conflict`, kind: 'unknown' },
  refused: { id: 'refused', text: say`refused`, kind: 'unknown' },
  unchanged: { id: 'unchanged', text: say`unchanged`, kind: 'plain' },
}
