import { constructs } from '../constructs/registry.ts'
import { own } from '../standards/own.ts'
import { findDelimiters, hasBlocks, writeDelimiter } from './block-delimiters.ts'
import { type BlockOpening, changeFirstTag, removeClass } from './block-opening.ts'
import { isRecord, readBlockAttributes } from './block-tree.ts'

/**
 * Spells block markup as the editor of WordPress 6.5 does, whichever version from 6.1 to 7.1 wrote it. Contents that
 * are spelled alike hold the same blocks with the same settings; nothing that somebody can set is lost.
 *
 * It is the former spelling and not today's because the markers of posts that Rensai 0.2 published hold hashes of it.
 */
export function toFormerSpelling(content: string): string {
  if (!hasBlocks(content)) return content
  const delimiters = findDelimiters(content)
  let text = content.slice(0, delimiters[0]?.start)
  for (const [index, { kind, name, json, start, end }] of delimiters.entries()) {
    const behind = content.slice(end, delimiters[index + 1]?.start)
    const comment = content.slice(start, end)
    const attributes = kind === 'closing' ? undefined : readBlockAttributes(json)
    if (attributes === undefined) {
      text += comment + behind
      continue
    }
    const former = spell(name.replace(/^core\//, ''), { attributes, html: behind })
    const isSame = JSON.stringify(former.attributes) === JSON.stringify(attributes)
    const isPlain = isSame && !json?.includes('\\u005c')
    text += (isPlain ? comment : writeDelimiter(kind, name, former.attributes)) + former.html
  }
  return text
}

function spell(name: string, opening: BlockOpening): BlockOpening {
  // Raw HTML is an author's own.
  if (name === 'html' || name === 'freeform') return opening
  const spellings = [own(PLAIN, name), ...constructs.map(({ compared }) => own(compared?.spellings, name))]
  const spelled = spellings.reduce(
    (former, change) => change?.(former) ?? former,
    withoutAnchor(withAlignment(name, opening)),
  )
  return { ...spelled, attributes: inFormerOrder(spelled.attributes) }
}

/** Blocks that belong to no construct. */
const PLAIN: Readonly<Record<string, (opening: BlockOpening) => BlockOpening>> = {
  // 6.6 gives lists a class; an older editor takes it for one that the author chose.
  list: (opening) => removeClass(opening, 'wp-block-list'),
  // Every version takes what parts the blocks of an item for the end of its text, and writes it once more.
  'list-item': ({ attributes, html }) => ({
    attributes,
    html: html.includes('</li>') ? html : html.trimEnd(),
  }),
}

/** 7.0 tells of an id in the comment, too, and writes it before the class. */
function withoutAnchor({ attributes, html }: BlockOpening): BlockOpening {
  let id: string | undefined
  const ordered = changeFirstTag(html, (list) => {
    const own = list.find(({ name }) => name === 'id')
    id = own?.value
    return own === undefined ? list : [...list.filter((attribute) => attribute !== own), own]
  })
  if (id === undefined) return { attributes, html }
  const { anchor, ...others } = attributes
  return { attributes: typeof anchor === 'string' ? others : attributes, html: ordered }
}

/** 7.0 keeps the alignment of a text among its styles. */
function withAlignment(name: string, { attributes, html }: BlockOpening): BlockOpening {
  const { style, ...others } = attributes
  if (!isRecord(style) || !isRecord(style.typography)) return { attributes, html }
  const { textAlign, ...typography } = style.typography
  if (typeof textAlign !== 'string') return { attributes, html }
  const { typography: _, ...styles } = style
  const left = { ...styles, ...(Object.keys(typography).length === 0 ? {} : { typography }) }
  return {
    attributes: {
      ...others,
      [name === 'paragraph' ? 'align' : 'textAlign']: textAlign,
      ...(Object.keys(left).length === 0 ? {} : { style: left }),
    },
    html,
  }
}

/** Attributes that many blocks have; 7.0 writes the classes before the styles. */
const SHARED =
  'textAlign lock metadata align style className backgroundColor textColor gradient fontSize fontFamily borderColor layout'.split(
    ' ',
  )

/** Those of a block's own, which stand in no list, stay in front. */
function inFormerOrder(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const place = ([name]: [string, unknown]): number => SHARED.indexOf(name)
  return Object.fromEntries(Object.entries(attributes).toSorted((a, b) => place(a) - place(b)))
}
