import type { Image, PhrasingContent, Root, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { visit } from '../../standards/visit.ts'
import { setWidth } from './remark-image-size.ts'

/**
 * A picture whose address holds blanks, or a width behind it as on Zenn and HackMD (` =300x`): CommonMark ends
 * the address at the first blank and leaves plain text.
 */
const SPACED = /\]\(([^()<>\n]*?\.(?:png|jpe?g|gif|webp|avif))(?: +=(\d+)x\d*)?(?: +"([^"\n]*)")?\)/iuy

interface Spaced {
  readonly start: number
  readonly whole: string
  readonly alt: string
  readonly url: string
  readonly width: string | undefined
  readonly title: string | undefined
}

/** What looks like such pictures in a text, in order. */
function* findSpaced(text: string): Iterable<Spaced> {
  let end = 0
  // The words of a picture end with the first bracket behind its sign.
  for (let at = text.indexOf(']'); at !== -1; at = text.indexOf(']', at + 1)) {
    const line = Math.max(end, text.lastIndexOf('\n', at) + 1)
    const start = text.indexOf('![', line)
    SPACED.lastIndex = at
    const found = start === -1 || start > at || text[at + 1] !== '(' ? null : SPACED.exec(text)
    end = found === null ? at + 1 : at + found[0].length
    if (found === null) continue
    const [behind, url = '', width, title] = found
    yield { start, whole: text.slice(start, at) + behind, alt: text.slice(start + 2, at), url, width, title }
    at = end - 1
  }
}

/** Understands `![a](../images/image copy 37.png)` as its author means it; the rule image-blanks reports it. */
export function remarkSpacedImages() {
  return (tree: Root, file: VFile): void => {
    const text = String(file)
    if (!/\]\([^)\n]* /.test(text)) return
    const places = location(text)
    visit(tree, 'text', (node, index, parent) => {
      if (index === undefined || parent === undefined || !node.value.includes('![')) return
      const parts = split(node, text, places)
      if (parts.length === 1 && parts[0] === node) return
      ;(parent as { children: unknown[] }).children.splice(index, 1, ...parts)
      return index + parts.length
    })
  }
}

function split(node: Text, text: string, places: Places): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const locate = placeFinder(node, text, places)
  let end = 0
  for (const { start, whole, alt, url, width, title } of findSpaced(node.value)) {
    if (!url.includes(' ') && width === undefined) continue
    if (start > end) parts.push({ type: 'text', value: node.value.slice(end, start) })
    end = start + whole.length
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

type Places = ReturnType<typeof location>

/**
 * Finds each picture of a text in turn; one written with an escape or a character reference has its text's place, and
 * so have those behind it.
 */
function placeFinder(
  { position }: Text,
  text: string,
  places: Places,
): (written: string) => Position | undefined {
  let from = position?.start.offset ?? text.length
  const shown = text.slice(0, position?.end.offset ?? 0)
  return (written) => {
    const found = shown.indexOf(written, from)
    if (found === -1) {
      from = shown.length
      return position
    }
    from = found + written.length
    const [start, end] = [places.toPoint(found), places.toPoint(from)]
    return start === undefined || end === undefined ? position : { start, end }
  }
}
