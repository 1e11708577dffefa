import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Heading, Html } from 'mdast'
import { removeClass } from '../../content/block-opening.ts'
import type { Construct, PullState } from '../construct.ts'
import { isMadeId } from './ids.ts'
import { remarkHeadingIds } from './remark-heading-ids.ts'

const NAMES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** `## Heading {#id}`. */
export const headings: Construct = {
  name: 'headings',
  out: { parse: () => [remarkHeadingIds] },
  back: {
    attributes: Object.fromEntries(NAMES.map((name) => [name, ['id']])),
    elements: Object.fromEntries(NAMES.map((name) => [name, readHeading])),
  },
  // A heading that was written elsewhere lacks the id of its text.
  compared: {
    idle: (element) => (hasMadeId(element) ? ['id'] : []),
    // The editor of 6.1 takes the class that headings have since 6.2 for one that the author chose.
    spellings: {
      heading: ({ attributes, html }) => ({
        ...removeClass({ attributes, html: '' }, 'wp-block-heading'),
        html,
      }),
    },
  },
}

/** A heading with the id that its author gave it; text that only looks like one is told apart. */
function readHeading(element: Element, state: PullState): Heading {
  const { id } = element.properties
  const text = state.line(element)
  const last = text.at(-1)
  const [, before, sign] = /^([\s\S]*)(\{#[^\s{}]+\})$/.exec(last?.type === 'text' ? last.value : '') ?? []
  if (sign !== undefined) text.splice(-1, 1, { type: 'text', value: before ?? '' }, html(`\\${sign}`))
  const own = id === undefined ? [] : [html(` {#${String(id)}}`)]
  return { type: 'heading', depth: depthOf(element), children: [...text, ...own] }
}

function depthOf({ tagName }: Element): Heading['depth'] {
  return ([1, 2, 3, 4, 5, 6] as const).find((depth) => tagName === `h${depth}`) ?? 6
}

function html(value: string): Html {
  return { type: 'html', value }
}

function hasMadeId(element: Element): boolean {
  if (!NAMES.some((name) => name === element.tagName)) return false
  return isMadeId(String(element.properties.id ?? ''), hastToString(element))
}
