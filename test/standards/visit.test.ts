import fc from 'fast-check'
import type { Node, Parent } from 'unist'
import * as theirs from 'unist-util-visit'
import { expect, test } from 'vitest'
import * as ours from '../../src/standards/visit.ts'

type Visit = (tree: Node, ...given: unknown[]) => void

const LEAF = fc.record({ type: fc.constantFrom('text', 'html', 'break'), value: fc.integer() })

const { tree: TREE } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    LEAF,
    fc.record({
      type: fc.constantFrom('paragraph', 'list', 'element'),
      tagName: fc.constantFrom('p', 'img'),
      children: fc.array(tie('tree'), { maxLength: 5 }),
    }),
  ) as fc.Arbitrary<Node>,
}))

const TEST = fc.constantFrom<unknown>(
  undefined,
  'text',
  ['paragraph', 'html'],
  { type: 'element', tagName: 'img' },
  ['list', { tagName: 'p' }],
)

/** What a visitor answers, and what it does to the tree before. */
const STEP = fc.record({
  answer: fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    false,
    'skip',
    0,
    3,
    -1,
    [true, 1],
    ['skip', 2],
    ['skip'],
  ),
  deed: fc.constantFrom('nothing', 'nothing', 'remove', 'insert', 'empty', 'exchange'),
})

/** Walks over a copy, and writes down what was met, and what is left of the tree. */
function walk(visit: Visit, tree: Node, check: unknown, steps: readonly { answer: unknown; deed: string }[]) {
  const copy = structuredClone(tree)
  const met: unknown[] = []
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined): unknown => {
    met.push([JSON.stringify(node), index, parent?.type])
    const { answer, deed } = steps[met.length - 1] ?? { answer: undefined, deed: 'nothing' }
    if (deed === 'remove' && parent !== undefined && index !== undefined) parent.children.splice(index, 1)
    if (deed === 'insert') parent?.children.unshift({ type: 'break' })
    if (deed === 'empty' && 'children' in node) node.children = []
    if (deed === 'exchange' && 'children' in node) node.children = [{ type: 'html' }, { type: 'text' }]
    // Behind the last step it just goes on, so that every walk ends.
    return answer
  }
  visit(copy, ...(check === undefined ? [visitor] : [check, visitor]))
  return { met, copy }
}

test('a tree is walked over as by unist-util-visit', () => {
  fc.assert(
    fc.property(TREE, TEST, fc.array(STEP, { maxLength: 12 }), (tree, check, steps) => {
      expect(walk(ours.visit as Visit, tree, check, steps)).toEqual(
        walk(theirs.visit as Visit, tree, check, steps),
      )
    }),
    { numRuns: 2000 },
  )
  expect([ours.EXIT, ours.SKIP]).toEqual([theirs.EXIT, theirs.SKIP])
})
