import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Config } from '../config/types.ts'
import { embedUrl } from '../constructs/embeds/providers.ts'
import { isElement } from '../content/elements.ts'
import type { Post } from '../posts/post.ts'
import { visit } from '../standards/visit.ts'

/** What search engines and lists of posts show without cutting. */
const LONGEST = 120

/**
 * The front matter's excerpt, or the text of the first paragraph that says something, cut at the end of a sentence.
 *
 * @param tree of the article as remark-rehype has made it, references to footnotes included
 */
export function excerptOf(post: Post, tree: Root, config: Config): string {
  if (post.excerpt !== undefined) return post.excerpt
  if (config.excerpt === 'none') return ''
  for (const node of tree.children) {
    const text = isElement(node, 'p') && !isShownOtherwise(node) ? textOf(node) : ''
    if (text !== '') return shorten(text)
  }
  return ''
}

/** True for an address that becomes a card or a video, which is no text for readers. */
function isShownOtherwise(paragraph: Element): boolean {
  return paragraph.data?.card !== undefined || embedUrl(paragraph) !== undefined
}

/** Without the numbers of notes, which an excerpt does not have. */
function textOf(paragraph: Element): string {
  const copy = structuredClone(paragraph)
  visit(copy, 'element', (element) => {
    if (element.properties.dataFootnoteRef !== undefined) element.children = []
    // MathML holds every sign twice, with the TeX that it was made of.
    const { dataLatex: tex } = element.properties
    if (element.tagName === 'math' && typeof tex === 'string')
      element.children = [{ type: 'text', value: tex }]
  })
  return hastToString(copy).trim()
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text
  const head = text.slice(0, LONGEST)
  const end = Math.max(...['。', '！', '？', '. ', '! ', '? '].map((mark) => head.lastIndexOf(mark)))
  return end > LONGEST / 3 ? head.slice(0, end + 1) : `${head.replace(/[\s\p{M}\p{Surrogate}]+$/u, '')}…`
}
