import type { BlockOpening } from '../../content/block-opening.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { Construct } from '../construct.ts'
import { makeFigures, takeWidth, writeSize } from './figures.ts'
import { hasPlainWidth, readFigure, readImage, readLinked } from './read-picture.ts'
import { remarkImageSize } from './remark-image-size.ts'
import { remarkSpacedImages } from './remark-spaced-images.ts'
import { writeFigure } from './write-block.ts'

/** The class that WordPress gives an upload, and no other. */
const CLASS = /^(?:wp-image-\d+)?$/

/** A picture with a width, with a title that is its caption, or with blanks in its address. */
export const pictures: Construct = {
  name: 'pictures',
  out: {
    parse: () => [remarkSpacedImages, remarkImageSize],
    finish(tree, { images }) {
      takeWidth(tree)
      makeFigures(tree, images)
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
    elements: {
      img: (image, { context }) => readImage(image, undefined, context),
      a: (link, { context }) => readLinked(link, undefined, context),
      figure: readFigure,
    },
  },
  compared: {
    blocks: { image: ['id', 'sizeSlug', 'linkDestination', 'width', 'height', 'scale', 'aspectRatio'] },
    spellings: { image: withoutOwnHeight },
    framed: (content) =>
      isElement(content, 'img', 'a')
        ? { type: 'element', tagName: 'p', properties: {}, children: [content] }
        : undefined,
  },
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
