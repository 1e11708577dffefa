import { isDeepStrictEqual } from 'node:util'
import type { Element } from 'hast'
import { blockOf } from '../../content/block-of.ts'
import type { BlockOpening } from '../../content/block-opening.ts'
import { classText, isBlank, isElement, OPAQUE } from '../../content/elements.ts'
import type { Construct } from '../construct.ts'
import { makeFigures, takeWidth, writeSize } from './figures.ts'
import { hasPlainWidth, readFigure, readImage, readLinked } from './read-picture.ts'
import { remarkImageSize } from './remark-image-size.ts'
import { remarkSpacedImages } from './remark-spaced-images.ts'
import { LIGHTBOX, writeFigure } from './write-block.ts'

/** The class that WordPress gives an upload, and no other. */
const CLASS = /^(?:wp-image-\d+)?$/

/** Attributes of the image block that its markup shows. */
const SHOWN = ['id', 'sizeSlug', 'linkDestination', 'width', 'height', 'scale', 'aspectRatio']

/** A picture with a width, with a title that is its caption, or with blanks in its address. */
export const pictures: Construct = {
  name: 'pictures',
  out: {
    parse: () => [remarkSpacedImages, remarkImageSize],
    finish(tree, { images, format }) {
      takeWidth(tree)
      makeFigures(tree, !images.lightbox ? 'none' : format === 'blocks' ? 'block' : 'link')
    },
    blocks: {
      prepare({ tagName, data, properties }) {
        if (tagName !== 'img' || data?.width === undefined) return
        // For a picture in a line of text; no semicolon, which WordPress takes from limited users (safecss_filter_attr).
        properties.style = `width: ${data.width}`
      },
      elements: { figure: writeFigure },
    },
    html: { prepare: writeSize },
  },
  back: {
    attributes: {
      // Rensai's own; wherever it was an author's, the comparison shows it.
      figure: (figure) => (classText(figure) === 'is-resized' ? ['className'] : []),
      figcaption: [],
    },
    signs: {
      img: (image) =>
        CLASS.test(classText(image)) && hasPlainWidth(image)
          ? ['src', 'alt', 'title', 'className', 'style', 'width', 'height']
          : undefined,
    },
    isExpressible(element, context, ask) {
      const figure = context.lightbox ? enlargedFigure(element) : undefined
      return figure === undefined ? undefined : ask(figure)
    },
    elements: {
      [OPAQUE](block, state) {
        const figure = state.context.lightbox ? enlargedFigure(block) : undefined
        return figure === undefined ? undefined : readFigure(figure, state)
      },
      img: (image, { context }) => readImage(image, undefined, context),
      a: (link, { context }) => readLinked(link, undefined, context),
      figure: readFigure,
    },
  },
  compared: {
    blocks: { image: SHOWN },
    spellings: { image: withoutOwnHeight },
    framed: (content) =>
      isElement(content, 'img', 'a')
        ? { type: 'element', tagName: 'p', properties: {}, children: [content] }
        : undefined,
  },
}

/** The figure of a block with a lightbox, where its comment says nothing else that its markup does not. */
function enlargedFigure(block: Element): Element | undefined {
  const [name, { lightbox, ...others } = {}] = blockOf(block) ?? []
  const [figure, ...rest] = block.children.filter((child) => !isBlank(child))
  const isOurs = name === 'core/image' && isDeepStrictEqual(lightbox, LIGHTBOX)
  if (!isOurs || Object.keys(others).some((attribute) => !SHOWN.includes(attribute))) return undefined
  if (rest.length > 0) return undefined
  if (isElement(figure, 'figure')) return figure
  // What says nothing is its content (`framed`).
  return isElement(figure, 'p')
    ? { type: 'element', tagName: 'figure', properties: {}, children: figure.children }
    : undefined
}

/** 7.1 says of a picture with a width that its height follows; 6.5 leaves `<` bare in an alternative text. */
function withoutOwnHeight({ attributes, html }: BlockOpening): BlockOpening {
  const { height, ...others } = attributes
  return {
    attributes: height === 'auto' ? others : attributes,
    html: html.replace(/<img(?: [a-z-]+="[^"]*")+/, (tag) =>
      tag
        .replace(/( style="[^"]*);height:auto(?=")/, '$1')
        .replace(/ alt="[^"]*"/, (alt) => alt.replaceAll('<', '&lt;')),
    ),
  }
}
