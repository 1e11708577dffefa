import { expect, test } from 'vitest'
import { findCategory, toTerm } from '../../src/posts/terms-of.ts'

const categories = [
  { name: 'A' },
  { name: 'B & b' },
  { name: 'Tips', parent: 'A' },
  { name: 'Tips', parent: 'B & b', slug: 'tips-of-b' },
  { name: 'Git', parent: 'B & b > Tips' },
  { name: 'Hooks', parent: 'Git' },
  { name: 'Cause > Effect' },
]

test.each([
  ['Tips', 'A', 'Tips'],
  ['A > Tips', 'A', 'Tips'],
  ['b &amp; b > tips', 'B & b', 'Tips'],
  ['tips-of-b', 'B & b', 'Tips'],
  ['Hooks', 'B & b > Tips > Git', 'Hooks'],
  ['Tips > Git', 'B & b > Tips', 'Git'],
  ['B & b > Tips > Git', 'B & b > Tips', 'Git'],
  ['Cause > Effect', undefined, 'Cause > Effect'],
])('%s', (text, parentPath, name) => {
  const found = findCategory(text, categories) ?? expect.unreachable()
  expect(toTerm(found, categories)).toEqual({ taxonomy: 'category', name, slug: found.slug, parentPath })
})

test.each(['A > Git', 'B > Tips', 'Tips > Effect'])('%s is on no list', (text) => {
  expect(findCategory(text, categories)).toBeUndefined()
})

test('a circle of parents ends', () => {
  const circle = [
    { name: 'A', parent: 'B' },
    { name: 'B', parent: 'A' },
  ]
  expect(circle.map((category) => toTerm(category, circle).parentPath)).toEqual(['A > B', 'B > A'])
})
