import { ExitCode, UserError } from '../errors.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Identity } from './identify.ts'

/**
 * Sees to it that every link between articles will lead somewhere.
 *
 * @throws UserError (content) for a link to an article that is left out of this run and not on the site
 */
export function assertLinksLead(
  rendered: readonly RenderedPost[],
  identities: ReadonlyMap<string, Identity>,
  selected: ReadonlySet<string>,
): void {
  for (const { post, links } of rendered.filter((item) => selected.has(item.post.key))) {
    const lost = links.find((key) => !selected.has(key) && (identities.get(key)?.kind ?? 'new') === 'new')
    if (lost === undefined) continue
    throw new UserError(`${post.file.path} links to ${lost}, which is neither on the site nor in this run.`, {
      advice:
        'Widen --only so that it includes the article, or publish it first. A user without the right "edit_others_posts" does not see the posts of others.',
      exitCode: ExitCode.content,
    })
  }
}
