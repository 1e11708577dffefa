import type { Element } from 'hast'
import { h } from 'hastscript'
import { toString as mdastToString } from 'mdast-util-to-string'
import { headingIds } from '../../constructs/headings/ids.ts'
import type { Post } from '../../posts/post.ts'
import { panel } from '../elements.ts'

/** The table of contents; each line leads to its section. */
export function contentsPanel({ tree, language }: Post): Element | undefined {
  const headings = [...headingIds(tree)]
  const top = Math.min(...headings.map(([{ depth }]) => depth))
  const items = headings.map(([heading, id]) =>
    h('li', { dataLevel: heading.depth - top }, [
      h('a', { href: `#${encodeURIComponent(id)}`, lang: language }, mdastToString(heading)),
    ]),
  )
  return panel('Contents', items.length === 0 ? [] : [h('ol', { className: 'pv-contents' }, items)])
}
