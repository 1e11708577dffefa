import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { endsPublic, linksWritten, statusAfter } from './article-links.ts'
import { type Identity, remoteOf } from './identity.ts'
import type { SortedPosts } from './plan-types.ts'
import { isPublicStatus } from './public-status.ts'
import type { Refused } from './types.ts'

type Written = SortedPosts['changes'][number]

/**
 * Takes out every change that would write a link to nothing: from a post that readers can open only to what they can
 * open, too, now or once this run is over; from any other at least to what has an address. What is taken out is left as
 * it is on the site, and what links to it is looked at again. Pure.
 *
 * @param identities of all articles, those that are not part of this run included
 */
export function refuseDeadLinks(posts: SortedPosts, identities: ReadonlyMap<string, Identity>): SortedPosts {
  const refused: Refused[] = []
  let changes = posts.changes
  for (;;) {
    const held = new Set([...posts.refused, ...refused].map(({ key }) => key))
    const coming = new Map(changes.map((change) => [change.after.key, change]))
    const dead = changes.flatMap((change): Refused[] => {
      const target = linksWritten(change).find((key) => isDead(key, change, coming, identities))
      return target === undefined ? [] : [toRefused(change, target, coming, identities, held.has(target))]
    })
    if (dead.length === 0) return { ...posts, changes, refused: [...posts.refused, ...refused] }
    refused.push(...dead)
    const keys = new Set(dead.map(({ key }) => key))
    changes = changes.filter(({ after }) => !keys.has(after.key))
  }
}

function isDead(
  key: string,
  from: Written,
  coming: ReadonlyMap<string, Written>,
  identities: ReadonlyMap<string, Identity>,
): boolean {
  const change = coming.get(key)
  const remote = remoteOf(identities.get(key))
  if (!endsPublic(from)) return change === undefined && remote === undefined
  return change === undefined ? !isPublicStatus(remote?.status) : !endsPublic(change)
}

function toRefused(
  change: Written,
  target: string,
  coming: ReadonlyMap<string, Written>,
  identities: ReadonlyMap<string, Identity>,
  isHeld: boolean,
): Refused {
  const { key, path, slug } = change.after
  const own = 'before' in change ? { id: change.before.id } : {}
  const remote = remoteOf(identities.get(target))
  const its = coming.get(target)
  const status = its === undefined ? remote?.status : statusAfter(its)
  const why =
    status === undefined
      ? isHeld
        ? say`${path} links to ${target}, which is held back and not on the site.`
        : say`${path} links to ${target}, which is neither on the site nor in this run.`
      : status === 'trash'
        ? say`${path} links to ${target}, which is in the trash of the site.`
        : say`${path} links to ${target}, which has the status ${status}, so that its readers could not open it.`
  const left = 'before' in change ? say`It stays as it is on the site.` : ''
  return {
    key,
    path,
    slug,
    ...own,
    error: new UserError(joinSentences(why, left), {
      advice:
        status === undefined && !isHeld
          ? say`Widen --only so that it includes the article, or publish it first. A user without the right "edit_others_posts" does not see the posts of others.`
          : isHeld
            ? say`Mend that one, or take the link out.`
            : say`Publish that one first, or take the link out.`,
      exitCode: ExitCode.content,
    }),
  }
}
