import type { Image, PhrasingContent, Root, Text } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { setWidth } from './remark-image-size.ts'

/**
 * A picture whose address holds blanks, or a width behind it as on Zenn and HackMD (` =300x`): CommonMark ends
 * the address at the first blank and leaves plain text.
 */
const SPACED =
  /!\[([^\]\n]*)\]\(([^()<>\n]*?\.(?:png|jpe?g|gif|webp|avif))(?: +=(\d+)x\d*)?(?: +"([^"\n]*)")?\)/giu

/** Understands `![a](../images/image copy 37.png)` as its author means it; the rule image-blanks reports it. */
export function remarkSpacedImages() {
  return (tree: Root, file: VFile): void => {
    if (!/!\[[^\]]*\]\([^)\n]* /.test(String(file))) return
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
  const locate = placeFinder(node, file)
  let end = 0
  for (const match of node.value.matchAll(SPACED)) {
    const [whole, alt = '', url = '', width, title] = match
    if (!url.includes(' ') && width === undefined) continue
    if (match.index > end) parts.push({ type: 'text', value: node.value.slice(end, match.index) })
    end = match.index + whole.length
    const position = locate(whole)
    const image: Image = {
      type: 'image',
      url,
      alt,
      ...(title === undefined ? {} : { title }),
      ...(position === undefined ? {} : { position }),
    }
    if (width !== undefined) setWidth(image, width)
    parts.push(image)
  }
  if (parts.length === 0) return [node]
  if (end < node.value.length) parts.push({ type: 'text', value: node.value.slice(end) })
  return parts
}

/** Finds each picture of a text in turn; one written with an escape or a character reference has its text's place. */
function placeFinder({ position }: Text, file: VFile): (written: string) => Position | undefined {
  const text = String(file)
  const places = location(text)
  let from = position?.start.offset ?? text.length
  return (written) => {
    const found = text.indexOf(written, from)
    if (found === -1 || found + written.length > (position?.end.offset ?? 0)) return position
    from = found + written.length
    const [start, end] = [places.toPoint(found), places.toPoint(from)]
    return start === undefined || end === undefined ? position : { start, end }
  }
}
