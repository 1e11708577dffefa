import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { closest } from '../limits/closest.ts'
import { splitPath } from '../posts/category-paths.ts'
import { termKey } from '../posts/terms.ts'
import { findCategory, toTerm } from '../posts/terms-of.ts'
import type { Term } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { CreateTerm } from './changes/create-term.ts'
import { findTerm } from './find-term.ts'
import type { SiteState } from './types.ts'

export interface CategoryPolicy {
  /** The configured list, or `undefined` where the site's own categories are the list. */
  readonly configured: Config['categories']
  /** Create categories that the site does not have, as far as the rule category-known lets them through. */
  readonly create: boolean
}

/**
 * The terms to create: new tags, and categories where that is allowed; parents before children. Without a configured
 * list no category is created, since a misspelt one could not be told from a new one.
 *
 * @throws UserError where an article names a category that may not be created
 */
export function planTerms(
  rendered: readonly RenderedPost[],
  site: SiteState,
  policy: CategoryPolicy,
): CreateTerm[] {
  const changes = new Map<string, CreateTerm>()
  const seen = new Set<string>()
  const add = (term: Term): void => {
    const { taxonomy, name, parentPath: parent } = term
    const path = `${taxonomy} ${termKey(parent ?? '')} > ${termKey(name)} ${term.slug ?? ''}`
    if (findTerm(term, site.terms) !== undefined || seen.has(path)) return
    seen.add(path)
    if (parent !== undefined) add(configuredTerm(parent, policy))
    changes.set(path, { kind: 'create-term', term, parent })
  }
  for (const { post } of rendered) {
    for (const category of post.categories) {
      if (findTerm(category, site.terms) !== undefined) continue
      const isConfigured = policy.configured?.some(({ name }) => termKey(name) === termKey(category.name))
      if (policy.configured === undefined || (isConfigured !== true && !policy.create)) {
        throw unknownCategory(post.file.path, category, site, policy)
      }
      if (!policy.create) throw absentCategory(category, site.url)
      // What is not on the list came past the rule category-known, which the project has turned down.
      add(isConfigured === true ? category : { ...category, ...splitPath(category.name) })
    }
    for (const tag of post.tags) add(tag)
  }
  return [...changes.values()]
}

/** A parent as the configuration has it, which may lie below another. */
function configuredTerm(path: string, { configured = [] }: CategoryPolicy): Term {
  const known = findCategory(path, configured)
  return known === undefined ? { taxonomy: 'category', ...splitPath(path) } : toTerm(known, configured)
}

function unknownCategory(
  path: string,
  { name }: Term,
  site: SiteState,
  { configured }: CategoryPolicy,
): UserError {
  const names = site.terms.filter(({ taxonomy }) => taxonomy === 'category').map((term) => term.name)
  const near = closest(name, names, Math.ceil(name.length / 3))
  const create = configured === undefined ? '' : ' To make a new one of it, publish with --create-categories.'
  return new UserError(`${path}: ${site.url} has no category "${name}".`, {
    advice: `${near === undefined ? `Use one of: ${names.join(', ')}.` : `Did you mean "${near}"?`}${create}`,
    exitCode: ExitCode.content,
  })
}

function absentCategory({ name }: Term, url: string): UserError {
  return new UserError(`wp.config.json lists the category "${name}", but ${url} does not have it.`, {
    advice: 'Create it in wp-admin > Posts > Categories, or publish with --create-categories.',
    exitCode: ExitCode.usage,
  })
}
