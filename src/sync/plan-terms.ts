import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { closest } from '../limits/closest.ts'
import { splitPath } from '../posts/category-paths.ts'
import { termKey } from '../posts/terms.ts'
import { findCategory, toTerm } from '../posts/terms-of.ts'
import type { Term } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { CreateTerm } from './changes/create-term.ts'
import { findTerm } from './find-term.ts'
import type { SortedPosts } from './plan-types.ts'
import type { Refused, SiteState } from './types.ts'
import type { Where } from './where.ts'

export interface CategoryPolicy {
  /** The configured list, or `undefined` where the site's own categories are the list. */
  readonly configured: Config['categories']
  /** Create categories that the site does not have, as far as the rule category-known lets them through. */
  readonly create: boolean
}

/**
 * Takes out every change that would need a category which may not be created: without a configured list a misspelt one
 * could not be told from a new one. Pure.
 */
export function refuseCategories(
  posts: SortedPosts,
  rendered: readonly RenderedPost[],
  site: SiteState,
  policy: CategoryPolicy,
  where: Where,
): SortedPosts {
  const articles = new Map(rendered.map(({ post }) => [post.key, post]))
  const refused = posts.changes.flatMap((change): Refused[] => {
    const post = articles.get(change.after.key)
    const category = writesTerms(change)
      ? post?.categories.find((one) => !mayUse(one, site, policy))
      : undefined
    if (post === undefined || category === undefined) return []
    const { key, path, slug } = change.after
    const own = 'before' in change ? { id: change.before.id } : {}
    return [
      {
        key,
        path,
        slug,
        ...own,
        error: missingCategory(where(key, 'categories', category.name), category, site, policy),
      },
    ]
  })
  const keys = new Set(refused.map(({ key }) => key))
  return {
    ...posts,
    changes: posts.changes.filter(({ after }) => !keys.has(after.key)),
    drift: posts.drift.filter(({ key }) => !keys.has(key)),
    refused: [...posts.refused, ...refused],
  }
}

/** Whether a change writes the terms of its article. */
export function writesTerms(change: SortedPosts['changes'][number]): boolean {
  return !('before' in change) || change.fields.some((name) => name === 'categories' || name === 'tags')
}

function mayUse(category: Term, { terms }: SiteState, policy: CategoryPolicy): boolean {
  return findTerm(category, terms) !== undefined || (policy.create && policy.configured !== undefined)
}

function isConfigured({ name }: Term, { configured }: CategoryPolicy): boolean {
  return configured?.some((category) => termKey(category.name) === termKey(name)) === true
}

/**
 * The terms to create: new tags, and categories where that is allowed; parents before children.
 *
 * @param rendered articles of which `refuseCategories` has nothing to say
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
      // What is not on the list came past the rule category-known, which the project has turned down.
      add(isConfigured(category, policy) ? category : { ...category, ...splitPath(category.name) })
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

function missingCategory(at: string, category: Term, site: SiteState, policy: CategoryPolicy): UserError {
  return isConfigured(category, policy)
    ? absentCategory(at, category, site.url)
    : unknownCategory(at, category, site, policy)
}

function unknownCategory(
  at: string,
  { name }: Term,
  site: SiteState,
  { configured }: CategoryPolicy,
): UserError {
  const names = site.terms.filter(({ taxonomy }) => taxonomy === 'category').map((term) => term.name)
  const near = closest(name, names, Math.ceil(name.length / 3))
  const create =
    configured === undefined ? '' : say`To make a new one of it, publish with --create-categories.`
  return new UserError(say`${at}: ${site.url} has no category "${name}".`, {
    advice: joinSentences(
      near === undefined ? say`Use one of: ${listItems(names)}.` : say`Did you mean "${near}"?`,
      create,
    ),
    exitCode: ExitCode.content,
  })
}

function absentCategory(at: string, { name }: Term, url: string): UserError {
  return new UserError(
    say`${at}: wp.config.json lists the category "${name}", but ${url} does not have it.`,
    {
      advice: say`Create it in wp-admin > Posts > Categories, or publish with --create-categories.`,
      exitCode: ExitCode.usage,
    },
  )
}
