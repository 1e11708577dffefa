import type { Definition, Image, ImageReference, Root } from 'mdast'
import { visit } from '../standards/visit.ts'

/** Where a body names a picture: in the picture itself, or in the definition that `![alt][label]` leads to. */
export interface ImageMention {
  readonly node: Image | Definition
  readonly alt: string
  /** Its title in Markdown; the empty string where there is none. */
  readonly caption: string
}

/** Lists the pictures of a body: those with an address of their own in their order, then those with a label. */
export function listImageMentions(tree: Root): ImageMention[] {
  const pictures: ImageMention[] = []
  const references = new Map<string, ImageReference>()
  const definitions: Definition[] = []
  visit(tree, ['image', 'imageReference', 'definition'], (node) => {
    if (node.type === 'image') pictures.push({ node, alt: node.alt ?? '', caption: node.title ?? '' })
    if (node.type === 'imageReference') references.set(node.identifier, node)
    if (node.type === 'definition') definitions.push(node)
  })
  for (const node of definitions) {
    const reference = references.get(node.identifier)
    if (reference === undefined) continue
    pictures.push({ node, alt: reference.alt ?? '', caption: node.title ?? '' })
  }
  return pictures
}
