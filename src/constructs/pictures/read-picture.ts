import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Link, Paragraph, PhrasingContent } from 'mdast'
import { classText, isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import type { PullState } from '../construct.ts'

/** What stands for a picture in Markdown: itself, and its width behind it. */
export function readImage(
  image: Element,
  title: string | undefined,
  context: PullContext,
): PhrasingContent[] {
  const { properties } = image
  const url = String(properties.src ?? '')
  const id = /^wp-image-(\d+)$/.exec(classText(image))?.[1]
  const local = context.image(url, id === undefined ? undefined : Number(id))
  const shown = title ?? (properties.title === undefined ? undefined : String(properties.title))
  const width = widthOf(image)
  const isOwn = local === undefined || width === undefined || width !== context.imageWidth?.(local)
  return [
    {
      type: 'image',
      url: local ?? url,
      alt: String(properties.alt ?? ''),
      ...(shown === undefined ? {} : { title: shown }),
    },
    ...(width === undefined || !isOwn ? [] : [{ type: 'html' as const, value: `{width=${width}}` }]),
  ]
}

const STYLE = /^width:\s*(\d+)(px|%);?(?:height:auto;?)?$/

/** The width of a picture, as an author would write it: pixels without a unit, or a share. */
function widthOf({ properties: { style, width } }: Element): string | undefined {
  const [, number, unit] = STYLE.exec(String(style ?? '')) ?? []
  if (number !== undefined) return unit === '%' ? `${number}%` : number
  return width === undefined ? undefined : String(width)
}

/** True where a picture has nothing that says more of its size than its width. */
export function hasPlainWidth({ properties: { style, width, height } }: Element): boolean {
  if (style !== undefined && !STYLE.test(String(style))) return false
  return height === undefined || width !== undefined
}

/** The picture of a link to its own file, where the configuration makes such links by itself. */
export function readLinked(
  link: Element,
  title: string | undefined,
  context: PullContext,
): PhrasingContent[] | undefined {
  const [image, ...others] = link.children
  if (!context.lightbox || !isElement(image, 'img') || others.length > 0) return undefined
  return link.properties.href === image.properties.src ? readImage(image, title, context) : undefined
}

/** A picture with a caption, which is the title of the picture in Markdown; `undefined` for another figure. */
export function readFigure(figure: Element, state: PullState): Paragraph | undefined {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'))
  const title = isElement(caption) ? hastToString(caption) : undefined
  const [content] = figure.children.filter((child) => child !== caption)
  const children = isElement(content) ? readContent(content, title, state) : undefined
  return children === undefined ? undefined : { type: 'paragraph', children }
}

function readContent(
  content: Element,
  title: string | undefined,
  state: PullState,
): PhrasingContent[] | undefined {
  const picture = readLinked(content, title, state.context)
  if (picture !== undefined) return picture
  if (isElement(content, 'img')) return readImage(content, title, state.context)
  if (!isElement(content, 'a')) return undefined
  const inner = content.children.flatMap((child) =>
    isElement(child, 'img')
      ? readImage(child, title, state.context)
      : (state.one(child) as PhrasingContent[]),
  )
  return [{ ...state.link(content), children: inner as Link['children'] }]
}
