import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import type { AttachmentText } from '../site/types.ts'
import { visit } from '../standards/visit.ts'
import { isAsPublished } from './decide.ts'
import { liveFields } from './fields.ts'
import type { PublishedPost } from './ownership.ts'

export type AttachmentTexts = Readonly<Record<AttachmentText, string>>

/** The texts with which a content shows an attachment, in order. */
export function shownTexts(content: string, id: number): AttachmentTexts[] {
  const texts: AttachmentTexts[] = []
  const captions = new Map<Element, string>()
  visit(fromHtml(content, { fragment: true }), 'element', (element: Element) => {
    // A figure is visited before the picture in it.
    if (element.tagName === 'figure') readCaption(element, captions)
    const { className, alt, title } = element.properties
    if (element.tagName !== 'img' || ![className].flat().includes(`wp-image-${id}`)) return
    texts.push({ alt: String(alt ?? ''), caption: captions.get(element) ?? String(title ?? '') })
  })
  return texts
}

/**
 * The texts with which posts of ours show an attachment, as we last published them. What none shows, or only as
 * its featured picture, was published without any.
 */
export function publishedTexts(id: number, posts: readonly PublishedPost[]): AttachmentTexts[] {
  const ours = posts.filter(
    (post) => post.remote.content.includes(`wp-image-${id}`) && isContentAsPublished(post),
  )
  const shown = ours.flatMap(({ remote }) => shownTexts(remote.content, id))
  return shown.length === 0 ? [{ alt: '', caption: '' }] : shown
}

/** Whether two texts are the same once WordPress has stored them (sanitize_text_field). */
export function sameText(a: string, b: string): boolean {
  return asStored(a) === asStored(b)
}

function asStored(text: string): string {
  return text
    .replace(/<[^<>]*>|%[a-f0-9]{2}/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function readCaption(figure: Element, captions: Map<Element, string>): void {
  const caption = figure.children.find((node) => node.type === 'element' && node.tagName === 'figcaption')
  if (caption?.type !== 'element') return
  visit(figure, 'element', (image: Element) => {
    if (image.tagName === 'img') captions.set(image, textOf(caption))
  })
}

function isContentAsPublished({ remote, marker }: PublishedPost): boolean {
  const live = liveFields(remote)
  return isAsPublished('content', live, marker)
}
