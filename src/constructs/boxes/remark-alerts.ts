import type { Blockquote, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { own } from '../../standards/own.ts'
import { visit } from '../../standards/visit.ts'

/** GitHub's alerts and the boxes that mean the same. */
const BOXES: Readonly<Record<string, string>> = {
  NOTE: 'note',
  TIP: 'note',
  IMPORTANT: 'warning',
  WARNING: 'warning',
  CAUTION: 'warning',
}

/** Makes boxes of GitHub's alerts, `> [!NOTE]`. */
export function remarkAlerts() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes('[!')) return
    visit(tree, 'blockquote', (quote, index, parent) => {
      const name = alertOf(quote)
      if (name === undefined || index === undefined || parent === undefined) return
      const box: ContainerDirective = {
        type: 'containerDirective',
        name,
        attributes: {},
        children: withoutLabel(quote),
        ...(quote.position === undefined ? {} : { position: quote.position }),
      }
      parent.children[index] = box
    })
  }
}

function alertOf({ children: [first] }: Blockquote): string | undefined {
  const [text] = first?.type === 'paragraph' ? first.children : []
  if (text?.type !== 'text') return undefined
  const [, label = ''] = /^\[!([A-Z]+)\](?:\n|$)/.exec(text.value) ?? []
  return own(BOXES, label)
}

function withoutLabel({ children: [first, ...rest] }: Blockquote): Blockquote['children'] {
  if (first?.type !== 'paragraph') return rest
  const [text, ...others] = first.children
  const value = text?.type === 'text' ? text.value.replace(/^\[![A-Z]+\]\n?/, '') : ''
  const children = value === '' ? others : [{ type: 'text' as const, value }, ...others]
  return children.length === 0 ? rest : [{ ...first, children }, ...rest]
}
