import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { closest } from '../limits/closest.ts'
import { globMatcher } from '../limits/patterns.ts'
import { readSlug } from '../posts/slugs.ts'
import type { RenderedPost } from '../render/types.ts'

/**
 * Narrows a run to the articles whose slug matches one of the patterns.
 *
 * @param only slugs or globs (`copilot-*-jp`); `undefined` means every article
 * @returns the keys of the articles
 */
export function selectPosts(
  rendered: readonly RenderedPost[],
  only: readonly string[] | undefined,
): Set<string> {
  const matches = matchesOnly(only)
  return new Set(rendered.flatMap(({ post }) => (matches(post.slug) ? [post.key] : [])))
}

/** Says whether a slug is meant by `--only`; without patterns every one is. */
export function matchesOnly(only: readonly string[] | undefined): (slug: string) => boolean {
  return only === undefined ? () => true : globMatcher(only.map(readSlug), '--only')
}

/** @throws UserError (usage) where a pattern matches none of the slugs */
export function assertPatternsMatch(only: readonly string[] | undefined, slugs: readonly string[]): void {
  for (const pattern of only ?? []) {
    if (slugs.some(globMatcher([readSlug(pattern)], '--only'))) continue
    const near = closest(readSlug(pattern), slugs, 5)
    throw new UserError(say`--only ${pattern} matches no article.`, {
      advice:
        near === undefined ? say`Give a slug or a glob such as "copilot-*".` : say`Did you mean "${near}"?`,
      exitCode: ExitCode.usage,
    })
  }
}
