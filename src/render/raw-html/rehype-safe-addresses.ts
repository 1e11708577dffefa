import type { Root } from 'hast'
import { visit } from '../../standards/visit.ts'
import { isSafeAddress } from './safe-address.ts'

const ADDRESSES: readonly string[] = [
  'href',
  'src',
  'cite',
  'longDesc',
  'poster',
  'action',
  'formAction',
  'xLinkHref',
]

/** Takes addresses that act off the links and pictures of Markdown, whose words stay. */
export function rehypeSafeAddresses() {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of ADDRESSES) {
        const address = properties[name]
        if (address !== undefined && !isSafeAddress(String(address))) delete properties[name]
      }
    })
  }
}
