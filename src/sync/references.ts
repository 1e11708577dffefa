import { ExitCode, UserError } from '../errors.ts'
import { termKey } from '../posts/terms.ts'
import type { RemoteTerm, RenderedPost, Term } from '../types.ts'
import type { Identity } from './identify.ts'

/** The site's term that is meant: by slug where one is given, otherwise by name, as WordPress compares names. */
export function findTerm(term: Term, terms: readonly RemoteTerm[]): RemoteTerm | undefined {
  const candidates = terms.filter(({ taxonomy }) => taxonomy === term.taxonomy)
  const bySlug = term.slug === undefined ? undefined : candidates.find(({ slug }) => slug === term.slug)
  return bySlug ?? candidates.find(({ name }) => termKey(name) === termKey(term.name))
}

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
      advice: 'Widen --only so that it includes the article, or publish it first.',
      exitCode: ExitCode.content,
    })
  }
}
