import { expect, test } from 'vitest'
import { planTerms } from '../../src/sync/plan-terms.ts'
import { findTerm } from '../../src/sync/references.ts'
import type { RemoteTerm, RenderedPost, SiteState, Term } from '../../src/types.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

function category(id: number, name: string, parent = 0): RemoteTerm {
  return { id, taxonomy: 'category', name, slug: `category-${id}`, parent }
}

function wanted(name: string, parentName?: string): Term {
  return { taxonomy: 'category', name, parentName }
}

async function inCategories(...categories: Term[]): Promise<RenderedPost[]> {
  const rendered = await renderMarkdown(['Text.'])
  return rendered.map((item) => ({ ...item, post: { ...item.post, categories } }))
}

function siteWith(...terms: RemoteTerm[]): SiteState {
  const user = { id: 1, name: 'writer', capabilities: new Set<string>() }
  const nothing = { posts: [], media: new Map(), authors: new Map() }
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

test('a category without a parent is the one at the top, where there is one', () => {
  const terms = [category(1, 'Tools'), category(2, 'Errors', 1), category(3, 'Errors')]
  expect(findTerm(wanted('Errors'), terms)?.id).toBe(3)
  expect(findTerm(wanted('Errors'), terms.slice(0, 2))?.id).toBe(2)
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
      term: { taxonomy: 'category', name: 'VS Code', slug: 'vscode', parentName: 'Editors' },
      parent: 'Editors',
    },
    { kind: 'create-term', term: wanted('Errors', 'VS Code'), parent: 'VS Code' },
    { kind: 'create-term', term: wanted('Errors', 'Tools'), parent: 'Tools' },
  ])
})
