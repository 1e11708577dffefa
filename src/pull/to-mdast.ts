import type { RootContent as HastContent } from 'hast'
import { type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { Html, Root, RootContent } from 'mdast'
import { constructs } from '../constructs/registry.ts'
import { own } from '../standards/own.ts'
import type { PullContext } from './context.ts'
import { isSigned, needsRaw } from './expressible.ts'
import { plainHandlers, raw } from './plain-handlers.ts'
import { createPullState } from './pull-state.ts'

/**
 * Turns the elements of content, in their normal form, into the Markdown tree that makes them.
 *
 * @param nodes only what `isExpressible` accepts
 */
export function elementsToMdast(nodes: readonly HastContent[], context: PullContext): RootContent[] {
  const text = (_: State, { value }: { value: string }) => readText(value, context)
  const tree = toMdast(
    { type: 'root', children: [...nodes] },
    { handlers: handlersOf(context), nodeHandlers: { comment, text } },
  ) as Root
  return tree.children
}

/** Made once for all pieces of a post. */
const known = new WeakMap<PullContext, Record<string, Handle>>()

/** Every element that a construct or plain Markdown knows; constructs come first. */
function handlersOf(context: PullContext): Record<string, Handle> {
  const made = known.get(context) ?? makeHandlers(context)
  known.set(context, made)
  return made
}

function makeHandlers(context: PullContext): Record<string, Handle> {
  const plain = plainHandlers(context)
  const names = new Set([
    ...Object.keys(plain),
    ...constructs.flatMap(({ back }) => Object.keys(back?.elements ?? {})),
  ])
  return Object.fromEntries([...names].map((name) => [name, readElement(plain, context)]))
}

function readElement(plain: Readonly<Record<string, Handle>>, context: PullContext): Handle {
  return (state, element, parent) => {
    // A break stands for itself, whatever it says.
    if (element.tagName !== 'br' && isSigned(element) && needsRaw(element, context))
      return raw(state, element)
    const pullState = createPullState(state, plain, context)
    for (const { back } of constructs) {
      const read = own(back?.elements, element.tagName)?.(element, pullState)
      if (read !== undefined) return read
    }
    return own(plain, element.tagName)?.(state, element, parent)
  }
}

function readText(value: string, context: PullContext) {
  for (const { back } of constructs) {
    const read = back?.text?.(value, context)
    if (read !== undefined) return read
  }
  return { type: 'text' as const, value }
}

function comment(_: State, { value }: { value: string }): Html {
  return { type: 'html', value: `<!--${value}-->` }
}
