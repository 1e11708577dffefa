import type { PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/** A picture whose address holds blanks: CommonMark ends the address at the first one and leaves plain text. */
const SPACED = /!\[([^\]\n]*)\]\(([^()<>\n]* [^()<>\n]*?\.(?:png|jpe?g|gif|webp|avif))(?: +"([^"\n]*)")?\)/giu

/** Understands `![a](../images/image copy 37.png)` as its author means it, and says how to write it. */
export function remarkSpacedImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (index === undefined || parent === undefined || !node.value.includes('![')) return
      const parts = split(node, file)
      if (parts.length === 1 && parts[0] === node) return
      ;(parent as { children: unknown[] }).children.splice(index, 1, ...parts)
      return index + parts.length
    })
  }
}

function split(node: Text, file: VFile): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of node.value.matchAll(SPACED)) {
    const [whole, alt = '', url = '', title] = match
    if (match.index > end) parts.push({ type: 'text', value: node.value.slice(end, match.index) })
    end = match.index + whole.length
    parts.push({
      type: 'image',
      url,
      alt,
      ...(title === undefined ? {} : { title }),
      ...(node.position === undefined ? {} : { position: node.position }),
    })
    const message = file.message(`The address of the picture holds blanks: ${url}`, {
      place: node.position,
      ruleId: 'image-blanks',
      source: 'rensai',
    })
    message.note = `Write ![${alt}](<${url}>); other tools do not show it as a picture.`
    message.expected = [`![${alt}](<${url}>)`]
  }
  if (parts.length === 0) return [node]
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end) })
  return parts
}
