import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inCircles } from '../../src/sync/circles.ts'

const sort = (nodes: string, needs: Readonly<Record<string, string>>): string[] =>
  inCircles([...nodes], (node) => [...(needs[node] ?? '')]).map((circle) => circle.join(''))

test('each stands behind what it needs, those of a circle together', () => {
  expect(sort('abc', {})).toEqual(['a', 'b', 'c'])
  expect(sort('abc', { a: 'b', b: 'c' })).toEqual(['c', 'b', 'a'])
  expect(sort('abcd', { a: 'b', b: 'a', c: 'a', d: 'c' })).toEqual(['ab', 'c', 'd'])
  expect(sort('abcd', { a: 'b', b: 'c', c: 'd', d: 'a' })).toEqual(['abcd'])
  expect(sort('ab', { a: 'ax' })).toEqual(['a', 'b'])
})

test('whatever needs what, a circle is what reaches itself, and all before it is made', () => {
  const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  fc.assert(
    fc.property(graph, (edges) => {
      const nodes = [0, 1, 2, 3, 4, 5, 6, 7]
      const needs = (node: number): number[] => edges.flatMap(([from, to]) => (from === node ? [to] : []))
      const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
        needs(from).some(
          (next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))),
        )
      const circles = inCircles(nodes, needs)
      expect(circles.flat().toSorted()).toEqual(nodes)
      const place = new Map(circles.flatMap((circle, at) => circle.map((node) => [node, at] as const)))
      for (const a of nodes) {
        for (const b of nodes.filter((node) => node !== a)) {
          const isTogether = reaches(a, b) && reaches(b, a)
          expect(place.get(a) === place.get(b)).toBe(isTogether)
          if (reaches(a, b)) expect(place.get(a)).toBeGreaterThanOrEqual(place.get(b) ?? 0)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a chain of thousands needs no deep stack', () => {
  const nodes = Array.from({ length: 20_000 }, (_, index) => index)
  expect(inCircles(nodes, (node) => (node + 1 < nodes.length ? [node + 1] : []))[0]).toEqual([19_999])
})
