/**
 * What HTML elements hold and where they stand, by name: the one list of block elements. Wherever rendering, reading
 * or comparing has to know where a line of text ends, it asks here.
 */

/** Elements that hold blocks and no text of their own: blanks between their children are not seen. */
const CONTAINERS = names('ul ol table thead tbody tfoot tr blockquote div details figure section dl')

/** Elements that hold a line of text. */
const TEXT_BLOCKS = names('p h1 h2 h3 h4 h5 h6 li td th summary figcaption dt dd caption')

/** Elements that HTML does not let stand in a line of text (HTML Living Standard, 13.2.6.4.7). */
const PARAGRAPH_ENDS = names(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul',
)

export function isContainer(tagName: string): boolean {
  return CONTAINERS.has(tagName)
}

export function isTextBlock(tagName: string): boolean {
  return TEXT_BLOCKS.has(tagName)
}

/** True for an element whose tag ends the paragraph that it stands in. */
export function endsParagraph(tagName: string): boolean {
  return PARAGRAPH_ENDS.has(tagName)
}

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
