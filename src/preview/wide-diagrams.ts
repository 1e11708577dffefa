import type { Element } from 'hast'
import { h } from 'hastscript'
import type { RenderedPost } from '../render/types.ts'
import { mediaPath, relativeUrl } from './addresses.ts'

/** From this width on, in pixels, and this much wider than high, a picture is taken for a diagram with words in it. */
const WIDE = { width: 1000, ratio: 1.5 }

/**
 * Lets the diagrams of an article be scrolled on a phone at a size at which their words can be read. The content itself
 * stays as it will be published, so it is a rule for each of them.
 *
 * @param from path of the page that the content stands in
 */
export function wideDiagrams({ media, post: { featuredMedia } }: RenderedPost, from: string): Element[] {
  const wide = media.filter(
    (image) =>
      image !== featuredMedia && image.width >= WIDE.width && image.width / image.height >= WIDE.ratio,
  )
  if (wide.length === 0) return []
  const selectors = wide.map((image) => `figure > img[src="${relativeUrl(from, mediaPath(image))}"]`)
  const scroll = `figure:has(> :is(${selectors.join()})) { overflow-x: auto }`
  const size = `:is(${selectors.join()}) { max-width: max(100%, 42rem) }`
  return [h('style', `@media (max-width: 40rem) { ${scroll} ${size} }`)]
}
