import type { Handle, State } from 'hast-util-to-mdast'
import type { PhrasingContent } from 'mdast'
import type { PullState } from '../constructs/construct.ts'
import { own } from '../standards/own.ts'
import type { PullContext } from './context.ts'
import { flow, one } from './flow.ts'
import { readLink } from './plain-handlers.ts'

/**
 * What constructs make Markdown of.
 *
 * @param plain how elements are read that no construct claims
 */
export function createPullState(
  state: State,
  plain: Readonly<Record<string, Handle>>,
  context: PullContext,
): PullState {
  return {
    context,
    line: (element) => state.all(element) as PhrasingContent[],
    flow: (nodes) => flow(state, nodes),
    one: (node) => one(state, node),
    link: (link) => readLink(state, link, context),
    plain: (element) => [own(plain, element.tagName)?.(state, element, undefined) ?? []].flat(),
  }
}
