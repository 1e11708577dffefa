import type { Node, Parent } from 'unist'
import type { visit as visitOfUnist } from 'unist-util-visit'
import { own } from './own.ts'

/** Goes on with what comes next. */
const CONTINUE = true
/** Ends the walk. */
export const EXIT = false
/** Leaves out the children of a node. */
export const SKIP = 'skip'

type Action = typeof CONTINUE | typeof EXIT | typeof SKIP
type Result = Action | number | readonly [Action, number?] | null | undefined
type Test = string | Readonly<Record<string, unknown>> | readonly Test[]
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result

/**
 * Walks over a tree, each node before its children, as unist-util-visit does, whose types and documentation hold here:
 * a test is a type, properties, or a list of such, and a visitor answers with CONTINUE, SKIP, EXIT, the index of the
 * sibling to go on with, or both. An article is walked over some sixty times, and the library names a function for each
 * node it meets, for the sake of stack traces: that took a quarter of the time of rendering.
 */
export const visit = ((tree: Node, ...given: [Visitor] | [Test, Visitor]): void => {
  const [test, visitor] = given.length === 1 ? [undefined, given[0]] : given
  enter(tree, undefined, undefined, matcherOf(test), visitor)
}) as typeof visitOfUnist

/** @returns whether the walk goes on, or the index of the sibling to go on with */
function enter(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  matches: (node: Node) => boolean,
  visitor: Visitor,
): boolean | number {
  const result = matches(node) ? visitor(node, index, parent) : CONTINUE
  const action = isPair(result) ? result[0] : result
  if (action === EXIT) return false
  if (isParent(node) && action !== SKIP) {
    // Read anew each time, since visitors put others in the place of children.
    for (let at = 0; at > -1 && at < node.children.length; ) {
      const child = node.children[at]
      const left = child === undefined || enter(child, at, node, matches, visitor)
      if (left === false) return false
      at = left === true ? at + 1 : left
    }
  }
  const next = isPair(result) ? result[1] : result
  return typeof next === 'number' ? next : true
}

/** Most visitors answer with nothing, and no list is to be made of that. */
function isPair(result: Result): result is readonly [Action, number?] {
  return typeof result === 'object' && result !== null
}

function isParent(node: Node): node is Parent {
  return 'children' in node
}

function matcherOf(test: Test | undefined): (node: Node) => boolean {
  if (test === undefined) return () => true
  if (typeof test === 'string') return (node) => node.type === test
  if (Array.isArray(test)) {
    const matchers = test.map(matcherOf)
    return (node) => matchers.some((matches) => matches(node))
  }
  const wanted = Object.entries(test)
  return (node) =>
    wanted.every(([name, value]) => own(node as unknown as Record<string, unknown>, name) === value)
}
