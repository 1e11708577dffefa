import { ExitCode, UserError } from '../errors.ts'
import { listAll } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { Post } from '../posts/post.ts'
import type { RenderedPost } from '../render/types.ts'
import { hasHash, liveFields } from './fields.ts'
import type { Identity } from './identity.ts'
import { clausesOf, likeness } from './likeness.ts'
import type { PublishedPost } from './ownership.ts'
import { hasTitle } from './same-title.ts'

/** Clauses that a text needs to tell an article from another: empty ones and stubs are alike. */
const FEWEST = 2

/** Git takes a file for a renamed one, too, where half of it is alike. */
const HALF = 0.5

/**
 * Finds articles whose file was renamed, as git finds them: a new article and a post without a file that have the same
 * title or the same texts are one, where that holds for no other pair. Where it is not certain the article is refused,
 * since it would be published a second time beside the old post.
 *
 * @param fresh articles that are on the site under no name of theirs
 */
export function findRenames(
  fresh: readonly RenderedPost[],
  orphans: readonly PublishedPost[],
): ReadonlyMap<string, Identity> {
  const told = orphans.map((orphan) => ({ orphan, clauses: clausesOf(liveFields(orphan.remote).content) }))
  const pairs = fresh.flatMap((item) => {
    const clauses = clausesOf(item.content)
    return told.flatMap(({ orphan, clauses: others }) => {
      const sameness = compare(item, orphan, {
        share: likeness(clauses, others).ofLonger,
        isTelling: clauses.size >= FEWEST,
      })
      return sameness === 'other' ? [] : [{ item, orphan, sameness }]
    })
  })
  const same = pairs.filter(({ sameness }) => sameness === 'same')
  const certain = same.filter(
    ({ item, orphan }) => same.filter((other) => other.item === item || other.orphan === orphan).length === 1,
  )
  const found = new Map<string, Identity>(
    certain.map(({ item, orphan }) => [item.post.key, { kind: 'ours', ...orphan }]),
  )
  // What is somebody else's post for certain is nobody's beside that.
  const open = pairs.filter(({ orphan }) => certain.every((one) => one.orphan !== orphan))
  for (const { post } of fresh.filter((item) => certain.every((one) => one.item !== item))) {
    const maybe = open.filter(({ item }) => item.post === post).map(({ orphan }) => orphan)
    if (maybe.length > 0) found.set(post.key, { kind: 'refused', error: maybeRenamed(post, maybe) })
  }
  return found
}

/** @param texts how much of them is alike, and whether that tells anything by itself */
function compare(
  { post, content }: RenderedPost,
  { remote, marker }: PublishedPost,
  { share, isTelling }: { readonly share: number; readonly isTelling: boolean },
): 'same' | 'alike' | 'other' {
  const live = liveFields(remote)
  const isSameTitle = hasTitle(post.title, remote, marker)
  const isSameContent = content === live.content || hasHash('content', content, marker.base.content)
  if (isSameContent && (isTelling || isSameTitle)) return 'same'
  if (isSameTitle) return share >= HALF ? 'same' : 'alike'
  return isTelling && share >= HALF ? 'alike' : 'other'
}

function maybeRenamed({ file }: Post, orphans: readonly PublishedPost[]): UserError {
  const [first] = orphans
  const posts = orphans.map(
    ({ remote: { id, link }, marker: { key } }) => say`post ${id} (${link}), published from "${key}"`,
  )
  return new UserError(
    say`${file.path} may be an old article under a new name: its file is gone, and much is alike in ${listAll(posts)}.`,
    {
      advice: say`If it is, write "id: ${first?.remote.id ?? 0}" into its front matter; its address follows. If it is a new article, move the old post to the trash first (publish --prune), or bring its file back.`,
      exitCode: ExitCode.content,
    },
  )
}
