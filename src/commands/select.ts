import { closestMatch } from 'leven'
import picomatch from 'picomatch'
import { ExitCode, UserError } from '../errors.ts'
import type { RenderedPost } from '../types.ts'

/**
 * Narrows a run to the articles whose slug matches one of the patterns.
 *
 * @param only slugs or globs (`copilot-*-jp`); `undefined` means every article
 * @returns the keys of the articles
 * @throws UserError (usage) where a pattern matches nothing
 */
export function selectPosts(
  rendered: readonly RenderedPost[],
  only: readonly string[] | undefined,
): Set<string> {
  if (only === undefined) return new Set(rendered.map(({ post }) => post.key))
  const slugs = rendered.map(({ post }) => post.slug)
  for (const pattern of only) {
    if (slugs.some((slug) => picomatch.isMatch(slug, pattern))) continue
    const near = closestMatch(pattern, slugs, { maxDistance: 5 })
    throw new UserError(`--only ${pattern} matches no article.`, {
      advice: near === undefined ? 'Give a slug or a glob such as "copilot-*".' : `Did you mean "${near}"?`,
      exitCode: ExitCode.usage,
    })
  }
  const chosen = rendered.filter(({ post }) => picomatch.isMatch(post.slug, [...only]))
  return new Set(chosen.map(({ post }) => post.key))
}
