import type { Element } from 'hast'
import type { Paragraph } from 'mdast'
import { classText, isElement } from '../../content/elements.ts'
import type { Construct, PullState } from '../construct.ts'
import { embedUrl, findEmbed } from './providers.ts'
import { writeCard, writeEmbed } from './write-block.ts'

/** The bare address of a video or post of a service, or of an own article, alone in a paragraph. */
export const embeds: Construct = {
  name: 'embeds',
  out: {
    blocks: {
      elements: {
        p(paragraph) {
          const { card } = paragraph.data ?? {}
          if (card !== undefined) return writeCard(card)
          const url = embedUrl(paragraph)
          return url === undefined ? undefined : writeEmbed(url)
        },
      },
    },
    // An address alone on its line is what WordPress embeds.
    html: {
      line: (element) =>
        isElement(element, 'p') ? (element.data?.card?.text ?? embedUrl(element)) : undefined,
    },
  },
  back: { elements: { p: readEmbed } },
  compared: {
    blocks: { embed: ['url', 'type', 'providerNameSlug', 'responsive'] },
    // An embed is its address, as it is in plain HTML.
    framed: (content) =>
      isElement(content, 'div') && classText(content) === 'wp-block-embed__wrapper'
        ? { type: 'element', tagName: 'p', properties: {}, children: content.children }
        : undefined,
  },
}

/** The address of an article is its file; that of something WordPress embeds is never escaped. */
function readEmbed(paragraph: Element, { context }: PullState): Paragraph | undefined {
  const [text, ...others] = paragraph.children
  if (text?.type !== 'text' || others.length > 0) return undefined
  const url = text.value
  const file = context.link(url)
  if (file !== undefined) {
    const label = { type: 'text' as const, value: file.replace(/^\.\//, '') }
    return { type: 'paragraph', children: [{ type: 'link', url: file, children: [label] }] }
  }
  if (findEmbed(url) === undefined) return undefined
  return { type: 'paragraph', children: [{ type: 'html', value: url }] }
}
