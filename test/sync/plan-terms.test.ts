import { expect, test } from 'vitest'
import { findCategory, toTerm } from '../../src/posts/terms-of.ts'
import type { Term } from '../../src/posts/types.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import type { RemoteTerm } from '../../src/site/types.ts'
import { applyPlan } from '../../src/sync/apply.ts'
import { findTerm } from '../../src/sync/find-term.ts'
import { type CategoryPolicy, planTerms } from '../../src/sync/plan-terms.ts'
import { readSite } from '../../src/sync/read-site.ts'
import type { SiteState } from '../../src/sync/types.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { owned, plan } from '../helpers/planning.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const config = testConfig({ site: { url: 'https://model.example', timezone: 'UTC' } })

function category(id: number, name: string, parent = 0): RemoteTerm {
  return { id, taxonomy: 'category', name, slug: `category-${id}`, parent }
}

function wanted(name: string, parentPath?: string): Term {
  return { taxonomy: 'category', name, parentPath }
}

async function inCategories(...categories: Term[]): Promise<RenderedPost[]> {
  const rendered = await renderMarkdown(['Text.'])
  return rendered.map((item) => ({ ...item, post: { ...item.post, categories } }))
}

function siteWith(...terms: RemoteTerm[]): SiteState {
  const user = { id: 1, name: 'writer', capabilities: new Set<string>() }
  const nothing = { ...owned([]), media: new Map(), authors: new Map() }
  return { url: 'https://blog.example', isConfiguredSite: true, user, terms, ...nothing }
}

test('of categories with one name the parent tells which is meant', () => {
  const terms = [
    category(1, 'VS Code'),
    category(2, 'Copilot'),
    category(3, 'Errors', 1),
    category(4, 'Errors', 2),
  ]
  expect(findTerm(wanted('Errors', 'Copilot'), terms)?.id).toBe(4)
  expect(findTerm(wanted('errors', 'vs code'), terms)?.id).toBe(3)
  expect(findTerm(wanted('Errors > Copilot'), terms)).toBeUndefined()
  expect(findTerm(wanted('Copilot > Errors'), terms)?.id).toBe(4)
  expect(findTerm(wanted('Errors', 'Tools'), terms)).toBeUndefined()
})

test('of names that differ in case alone the one that is written so is meant', () => {
  const terms = [category(1, 'Wordpress'), category(2, 'WordPress'), category(3, 'WORDPRESS', 1)]
  expect(findTerm(wanted('WordPress'), terms)?.id).toBe(2)
  expect(findTerm(wanted('Wordpress'), terms)?.id).toBe(1)
  expect(findTerm(wanted('wordpress'), terms)?.id).toBe(1)
  expect(findTerm(wanted('WORDPRESS'), terms)?.id).toBe(3)
  expect(findTerm(wanted('WORDPRESS', 'WordPress'), terms)?.id).toBe(3)
  const tags = terms.map((term): RemoteTerm => ({ ...term, taxonomy: 'post_tag', parent: 0 }))
  expect(findTerm({ taxonomy: 'post_tag', name: 'WordPress' }, tags)?.id).toBe(2)
  expect(findTerm({ taxonomy: 'post_tag', name: 'WORDPRESS' }, tags)?.id).toBe(3)
  const listed = [{ name: 'Wordpress' }, { name: 'WordPress', slug: 'wp' }]
  expect(findCategory('WordPress', listed)).toBe(listed[1])
  expect(findCategory('Wordpress', listed)).toBe(listed[0])
  expect(findCategory('WORDPRESS', listed)).toBe(listed[0])
  expect(findCategory('wp', listed)).toBe(listed[1])
})

test('a parent is that which is written so, too', () => {
  const terms = [
    category(1, 'Wordpress'),
    category(2, 'WordPress'),
    category(3, 'Errors', 1),
    category(4, 'Errors', 2),
    category(5, 'errors', 2),
  ]
  expect(findTerm(wanted('Errors', 'WordPress'), terms)?.id).toBe(4)
  expect(findTerm(wanted('Errors', 'Wordpress'), terms)?.id).toBe(3)
  expect(findTerm(wanted('errors', 'WordPress'), terms)?.id).toBe(5)
  expect(findTerm(wanted('WordPress > Errors'), terms)?.id).toBe(4)
  const listed = [
    { name: 'Tools' },
    { name: 'Wordpress' },
    { name: 'WordPress', parent: 'Tools' },
    { name: 'Errors', parent: 'WordPress' },
  ]
  expect(toTerm(listed[3] ?? expect.unreachable(), listed).parentPath).toBe('Tools > WordPress')
})

test('a category that is not on the list is created where that is asked for, with its parents', async () => {
  const configured = [{ name: 'Tools' }]
  const rendered = await inCategories(wanted('New'), wanted('Tools > Git > Hooks'), wanted('new'))
  const site = siteWith(category(1, 'Uncategorized'))
  expect(
    planTerms(rendered, site, { configured, create: true }).map(({ term, parent }) => [term.name, parent]),
  ).toEqual([
    ['New', undefined],
    ['Tools', undefined],
    ['Git', 'Tools'],
    ['Hooks', 'Tools > Git'],
  ])
  const refused = (categories: CategoryPolicy): string[] =>
    plan(rendered, site, { categories }).refused.map(({ error }) => error.message)
  expect(refused({ configured, create: true })).toEqual([])
  const unknown = [expect.stringContaining('has no category "New"')]
  expect(refused({ configured, create: false })).toEqual(unknown)
  // Without a list, one that is misspelt could not be told from a new one.
  expect(refused({ configured: undefined, create: true })).toEqual(unknown)
})

test('what is created beside the list is found again: the next plan is empty', async () => {
  const model = new ModelSite(true)
  const configured = [{ name: 'Tools' }]
  const [item] = await inCategories(wanted('Tools > Git'))
  const rendered = item === undefined ? [] : [item]
  const options = { categories: { configured, create: true } }
  const state = await readSite(model, rendered, config)
  const outcomes = await applyPlan(plan(rendered, state, options), state, model)
  expect(outcomes.map(({ change, status }) => [change.kind, status])).toEqual([
    ['create-term', 'applied'],
    ['create-term', 'applied'],
    ['create-post', 'applied'],
  ])
  const [post] = [...model.posts.values()]
  expect(model.terms.map(({ id, name, parent }) => [id, name, parent])).toEqual([
    [1, 'Uncategorized', 0],
    [2, 'Tools', 0],
    [3, 'Git', 2],
  ])
  expect(post?.categories).toEqual([3])
  expect(plan(rendered, await readSite(model, rendered, config), options).changes).toEqual([])
})

test('two configured names that differ in case alone are two categories', () => {
  const terms = [{ ...category(5, 'Go'), slug: 'go' }]
  expect(findTerm({ ...wanted('Go'), slug: 'go' }, terms)?.id).toBe(5)
  expect(findTerm({ ...wanted('GO'), slug: 'go-game' }, terms)).toBeUndefined()
  expect(findTerm({ ...wanted('Go'), slug: 'renamed-there' }, terms)?.id).toBe(5)
})

test('a category without a parent is the one at the top, where there is one', () => {
  const terms = [category(1, 'Tools'), category(2, 'Errors', 1), category(3, 'Errors')]
  expect(findTerm(wanted('Errors'), terms)?.id).toBe(3)
  expect(findTerm(wanted('Errors'), terms.slice(0, 2))?.id).toBe(2)
})

test('of parents with one name the path tells which is meant', () => {
  const terms = [
    category(1, 'A'),
    category(2, 'B'),
    category(3, 'Tips', 1),
    category(4, 'Tips', 2),
    category(5, 'Git', 3),
    category(6, 'Git', 4),
  ]
  expect(findTerm(wanted('Tips', 'B'), terms)?.id).toBe(4)
  expect(findTerm(wanted('Git', 'B > Tips'), terms)?.id).toBe(6)
  expect(findTerm(wanted('Git', 'Tips'), terms)?.id).toBe(5)
  expect(findTerm(wanted('b > tips > git'), terms)?.id).toBe(6)
  expect(findTerm(wanted('Git', 'C > Tips'), terms)).toBeUndefined()
})

test('parents are created before their children, however deep, and only where they are missing', async () => {
  const configured = [
    { name: 'Tools' },
    { name: 'Editors', parent: 'Tools' },
    { name: 'VS Code', slug: 'vscode', parent: 'Editors' },
    { name: 'Errors', parent: 'VS Code' },
    { name: 'Errors', parent: 'Tools' },
  ]
  const rendered = await inCategories(wanted('Errors', 'VS Code'), wanted('Errors', 'Tools'))
  const changes = planTerms(rendered, siteWith(category(7, 'Tools')), { configured, create: true })
  expect(changes).toEqual([
    { kind: 'create-term', term: wanted('Editors', 'Tools'), parent: 'Tools' },
    {
      kind: 'create-term',
      term: { taxonomy: 'category', name: 'VS Code', slug: 'vscode', parentPath: 'Tools > Editors' },
      parent: 'Tools > Editors',
    },
    { kind: 'create-term', term: wanted('Errors', 'VS Code'), parent: 'VS Code' },
    { kind: 'create-term', term: wanted('Errors', 'Tools'), parent: 'Tools' },
  ])
})

test('a new category goes below the one of two parents of that name that its path leads to', async () => {
  const configured = [
    { name: 'A' },
    { name: 'B' },
    { name: 'Tips', parent: 'A' },
    { name: 'Tips', parent: 'B' },
    { name: 'Git', parent: 'B > Tips' },
  ]
  const model = new ModelSite(false)
  const git = findCategory('Git', configured) ?? expect.unreachable()
  const rendered = await inCategories(toTerm(git, configured), wanted('Tips', 'A'))
  const state = await readSite(model, rendered, config)
  const outcomes = await applyPlan(
    plan(rendered, state, { categories: { configured, create: true } }),
    state,
    model,
  )
  expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => 'applied'))
  const path = ({ name, parent }: RemoteTerm): string => {
    const above = model.terms.find(({ id }) => id === parent)
    return above === undefined ? name : `${path(above)} > ${name}`
  }
  expect(model.terms.map(path)).toEqual(['Uncategorized', 'B', 'A', 'B > Tips', 'A > Tips', 'B > Tips > Git'])
  const [post] = model.posts.values()
  const paths = post?.categories.map((id) => model.terms.filter((term) => term.id === id).map(path))
  expect(paths).toEqual([['B > Tips > Git'], ['A > Tips']])
})
