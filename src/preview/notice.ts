import type { JudgedArticle } from '../judge/types.ts'
import { say } from '../language/say.ts'
import type { PlannedArticle } from '../report/planned.ts'
import { statusSentence } from './schedule.ts'
import type { Snapshot } from './snapshot.ts'

/** The sentence above an article: what readers have of it, and what publishing would do. */
export interface Notice {
  readonly text: string
  /** Readers do not get the article by publishing as it is. */
  readonly isHidden: boolean
}

/** Above one article. What `publish` holds back is never told as something that it shows to readers. */
export function noticeOf({ key, rendered, errors }: JudgedArticle, { planned }: Snapshot): Notice {
  if (rendered === undefined) return { text: say`This article cannot be published yet.`, isHidden: true }
  if (errors > 0) {
    return {
      text: say`Draft preview. Publishing holds it back until its problems are mended.`,
      isHidden: true,
    }
  }
  const { post } = rendered
  const plan = planned?.get(key)
  const text = (plan === undefined ? undefined : plannedSentence(plan, post.status)) ?? statusSentence(post)
  return { text, isHidden: post.status !== 'publish' || isStopped(plan) }
}

/** Above all articles. */
export function noticeOfAll({ planned }: Snapshot): string {
  return planned === undefined
    ? say`Draft preview. Readers see none of this until it is published.`
    : say`Draft preview. With each title stands what the site has of it now, and how that differs from here.`
}

function isStopped(plan: PlannedArticle | undefined): boolean {
  return plan?.states.some((state) => state === 'refused' || state === 'conflict') ?? false
}

/** What the site was asked for; `undefined` where the status of the article says all of it. */
function plannedSentence(plan: PlannedArticle, wanted: string): string | undefined {
  if (isStopped(plan)) return say`Draft preview. Publishing holds it back; the list of all articles says why.`
  const isChanged = plan.states.includes('changed')
  if (plan.status === 'publish' && !isChanged) {
    return plan.states.includes('edited')
      ? say`Readers see it as it was edited on the site, not as it is here.`
      : say`Readers see it on the site as it is here.`
  }
  if (plan.status === 'publish' && wanted === 'publish') {
    return say`Draft preview. Readers see what was published before, until this is published.`
  }
  if (plan.status === 'future' && !isChanged) {
    return say`Scheduled on the site: readers see it from its date on.`
  }
  return undefined
}
