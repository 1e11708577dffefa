import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ImageFile } from '../posts/types.ts'
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
export function wideDiagrams(shown: RenderedPost, from: string): Element[] {
  const selectors = addressesOf(shown, from).map((address) => `figure > img[src="${address}"]`)
  if (selectors.length === 0) return []
  const scroll = `figure:has(> :is(${selectors.join()})) { overflow-x: auto }`
  const size = `:is(${selectors.join()}) { max-width: max(100%, 42rem) }`
  return [h('style', `@media (max-width: 40rem) { ${scroll} ${size} }`)]
}

/**
 * What can be scrolled must be reached by keyboard, too, which Safari grants to nothing that has no `tabindex`.
 *
 * @param html content with local addresses
 */
export function focusDiagrams(html: string, shown: RenderedPost, from: string): string {
  return addressesOf(shown, from).reduce((text, address) => {
    const parts = text.split(`<img src="${address}"`)
    return parts
      .map((part, index) =>
        index === parts.length - 1 ? part : part.replace(/<figure(?=(?: [^<>]*)?>$)/, '<figure tabindex="0"'),
      )
      .join(`<img src="${address}"`)
  }, html)
}

/** They are percent-encoded, so nothing in them ends a string or an element. */
function addressesOf({ media }: RenderedPost, from: string): string[] {
  return media.filter(isWide).map((image) => relativeUrl(from, mediaPath(image)))
}

function isWide({ width, height }: ImageFile): boolean {
  return width >= WIDE.width && width / height >= WIDE.ratio
}
