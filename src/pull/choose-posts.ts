import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { readSlug } from '../posts/slugs.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import type { Comparison } from '../sync/compare.ts'

export interface Choice {
  /** Of posts, as files say them or as they stand in addresses. */
  readonly slugs: readonly string[]
  /** Every post but those in the trash. */
  readonly all: boolean
}

/**
 * The posts that somebody wants; none named means those of the articles here that were edited on the site.
 *
 * @param here the articles beside their posts
 * @throws UserError (usage) where there is no post with a slug
 */
export async function choosePosts(
  { slugs, all }: Choice,
  here: readonly Comparison[],
  client: Site,
): Promise<RemotePost[]> {
  if (all) return await client.listPosts()
  if (slugs.length === 0) {
    return here
      .filter(({ marker, decision }) => marker !== undefined && isEdited(decision))
      .map(({ remote }) => remote)
  }
  const wanted = [...new Set(slugs.map(readSlug))]
  const found = (await client.listPostsBySlug(wanted)).filter(({ status }) => status !== 'trash')
  return wanted.map((slug) => {
    const own = here.find(({ item }) => item.post.slug === slug)?.remote
    const post = own ?? found.find((remote) => remote.slug === slug)
    if (post !== undefined) return post
    throw new UserError(say`${client.url} has no post "${slug}".`, {
      advice: say`Give the slug as it stands in the address of the post, or --all for every post.`,
      exitCode: ExitCode.usage,
    })
  })
}

function isEdited({ drift, conflict }: Comparison['decision']): boolean {
  return drift.length + conflict.length > 0
}
