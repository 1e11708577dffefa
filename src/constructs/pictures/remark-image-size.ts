import type { Image, ImageReference, Root } from 'mdast'
import type { VFile } from 'vfile'
import { visit } from '../../standards/visit.ts'

/** Obsidian's way: `![alt|300](a.png)`; a height behind it would only distort the picture. */
const IN_ALT = /^(\d+)(?:x\d+)?$/

/** Pandoc's and kramdown's way: `![alt](a.png){width=300}`, `{: width="50%"}`. */
const BEHIND = /^\{:?\s*width=(["']?)(\d+(?:px|%)?)\1\s*\}/

/** Takes the width that an author gives a picture out of the text around it. */
export function remarkImageSize() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes('![')) return
    visit(tree, ['image', 'imageReference'], (node, index, parent) => {
      if (index === undefined || parent === undefined) return
      const image = node as Image | ImageReference
      const alt = image.alt ?? ''
      const at = alt.lastIndexOf('|')
      const width = at === -1 ? undefined : IN_ALT.exec(alt.slice(at + 1).trim())?.[1]
      if (width !== undefined) {
        image.alt = alt.slice(0, at).trimEnd()
        setWidth(image, width)
      }
      const siblings = (parent as { children: { type: string; value?: string }[] }).children
      const next = siblings[index + 1]
      const behind = next?.type === 'text' ? BEHIND.exec(next.value ?? '') : null
      if (next === undefined || behind === null) return
      setWidth(image, behind[2] ?? '')
      next.value = next.value?.slice(behind[0].length) ?? ''
      if (next.value === '') siblings.splice(index + 1, 1)
    })
  }
}

/**
 * Gives a picture a width.
 *
 * @param width pixels, with or without `px`, or a percentage of the space there is
 */
export function setWidth(image: Image | ImageReference, width: string): void {
  const dataWidth = width.endsWith('%') ? width : `${Number.parseInt(width, 10)}px`
  image.data = { ...image.data, hProperties: { ...image.data?.hProperties, dataWidth } }
}
