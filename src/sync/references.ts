import { ExitCode, UserError } from '../errors.ts'
import { termKey } from '../posts/terms.ts'
import type { RemoteTerm, RenderedPost, Term } from '../types.ts'
import type { Identity } from './identify.ts'

/**
 * The site's term that is meant: by slug where one is given, otherwise by name, as WordPress compares names; of
 * categories with one name the one below the given parent. Without a configured list `Parent > Child` names both.
 */
export function findTerm(term: Term, terms: readonly RemoteTerm[]): RemoteTerm | undefined {
  const candidates = terms.filter(({ taxonomy }) => taxonomy === term.taxonomy)
  const bySlug = term.slug === undefined ? undefined : candidates.find(({ slug }) => slug === term.slug)
  if (bySlug !== undefined) return bySlug
  const named = candidates.filter(({ name }) => termKey(name) === termKey(term.name))
  if (term.taxonomy === 'post_tag' || (named.length < 2 && term.parentName === undefined)) {
    return named[0] ?? findByPath(term, candidates)
  }
  const { parentName } = term
  if (parentName === undefined) return named.find(({ parent }) => parent === 0) ?? named[0]
  return named.find(({ parent }) => {
    const above = candidates.find(({ id }) => id === parent)
    return above !== undefined && termKey(above.name) === termKey(parentName)
  })
}

function findByPath({ taxonomy, name }: Term, candidates: readonly RemoteTerm[]): RemoteTerm | undefined {
  const [child, parentName, ...rest] = name.split(' > ').reverse()
  if (taxonomy !== 'category' || child === undefined || parentName === undefined || rest.length > 0) {
    return undefined
  }
  return findTerm({ taxonomy, name: child, parentName }, candidates)
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
      advice:
        'Widen --only so that it includes the article, or publish it first. A user without the right "edit_others_posts" does not see the posts of others.',
      exitCode: ExitCode.content,
    })
  }
}
