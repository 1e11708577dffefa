import { closestMatch } from 'leven'
import { ExitCode, UserError } from '../errors.ts'
import { termKey } from '../posts/terms.ts'
import type { Change, RenderedPost, SiteState, Term } from '../types.ts'
import { findTerm } from './references.ts'

export interface CategoryPolicy {
  /** The configured list, or `undefined` where the site's own categories are the list. */
  readonly configured: readonly { readonly name: string; readonly parent?: string | undefined }[] | undefined
  /** Create configured categories that the site does not have. */
  readonly create: boolean
}

/**
 * The terms to create: new tags, and configured categories where that is allowed; parents before children.
 *
 * @throws UserError where an article names a category that may not be created
 */
export function planTerms(
  rendered: readonly RenderedPost[],
  site: SiteState,
  policy: CategoryPolicy,
): Change[] {
  const changes = new Map<string, Change>()
  const add = (term: Term, parent: string | undefined): void => {
    const name = `${term.taxonomy} ${termKey(term.name)}`
    if (findTerm(term, site.terms) !== undefined || changes.has(name)) return
    if (parent !== undefined) add({ taxonomy: 'category', name: parent }, undefined)
    changes.set(name, { kind: 'create-term', term, parent })
  }
  for (const { post } of rendered) {
    for (const category of post.categories) {
      if (findTerm(category, site.terms) !== undefined) continue
      const configured = policy.configured?.find(({ name }) => termKey(name) === termKey(category.name))
      if (configured === undefined) throw unknownCategory(post.file.path, category, site)
      if (!policy.create) throw absentCategory(category, site.url)
      add(category, configured.parent)
    }
    for (const tag of post.tags) add(tag, undefined)
  }
  return [...changes.values()]
}

function unknownCategory(path: string, { name }: Term, site: SiteState): UserError {
  const names = site.terms.filter(({ taxonomy }) => taxonomy === 'category').map((term) => term.name)
  const near = closestMatch(name, names, { maxDistance: Math.ceil(name.length / 3) })
  return new UserError(`${path}: ${site.url} has no category "${name}".`, {
    advice: near === undefined ? `Use one of: ${names.join(', ')}.` : `Did you mean "${near}"?`,
    exitCode: ExitCode.content,
  })
}

function absentCategory({ name }: Term, url: string): UserError {
  return new UserError(`wp.config.json lists the category "${name}", but ${url} does not have it.`, {
    advice: 'Create it in wp-admin > Posts > Categories, or publish with --create-categories.',
    exitCode: ExitCode.usage,
  })
}
