import type { Element } from 'hast'
import { h } from 'hastscript'
import { say } from '../../language/say.ts'
import type { RenderedPost } from '../../render/types.ts'
import { panel } from '../elements.ts'

/** The table of contents; each line leads to its section. */
export function contentsPanel({
  post: { language },
  outline: { headings },
}: RenderedPost): Element | undefined {
  const top = Math.min(...headings.map(({ depth }) => depth))
  const items = headings.map(({ depth, id, text }) =>
    h('li', { dataLevel: depth - top }, [
      h('a', { href: `#${encodeURIComponent(id)}`, lang: language }, text),
    ]),
  )
  return panel(say`Contents`, items.length === 0 ? [] : [h('ol', { className: 'pv-contents' }, items)])
}
