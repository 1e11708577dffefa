import { escapeAttributeValue } from '../content/block-delimiters.ts'
import { escapeQuoted } from '../standards/html.ts'
import { decodePercent } from '../standards/percent.ts'
import type { ContentTemplate } from './types.ts'

/**
 * What only a site knows, as it stands in a ContentTemplate until a resolver fills it in.
 *
 * The delimiters U+FDD0 and U+FDD1 are Unicode noncharacters, reserved for use inside a program
 * (Unicode 16, section 23.7); in what an author or a site wrote they are replaced before.
 */
export type Reference =
  /** The permalink of another article; `json` inside the attributes of a block. */
  | { readonly kind: 'post'; readonly key: string; readonly value: 'link' | 'json' }
  /** Address or attachment id of a picture, by the sha256 of its bytes. */
  | { readonly kind: 'media'; readonly key: string; readonly value: 'url' | 'id' }

const OPEN = '\uFDD0'
const CLOSE = '\uFDD1'
const PATTERN = /\uFDD0(post|media)\|([^|\uFDD1]*)\|(link|json|url|id)\uFDD1/gu

/** Writes a reference as it stands in a template. */
export function writeReference(reference: Reference): string {
  return `${OPEN}${reference.kind}|${encodeURIComponent(reference.key)}|${reference.value}${CLOSE}`
}

/** Lists the references of a template in order, repeats included. */
export function listReferences(template: ContentTemplate): Reference[] {
  return [...template.matchAll(PATTERN)].map(toReference)
}

/**
 * Fills in a template.
 *
 * `resolve` gives the text for a reference as it should stand in HTML before escaping, or `undefined`
 * where it is not known yet; unknown references stay and can be filled in later.
 */
export function fillReferences(
  template: ContentTemplate,
  resolve: (reference: Reference) => string | undefined,
): ContentTemplate {
  return template.replace(PATTERN, (...match) => {
    const reference = toReference(match)
    const text = resolve(reference)
    if (text === undefined) return match[0]
    if (reference.value === 'json') return escapeAttributeValue(text)
    return escapeQuoted(text)
  })
}

function toReference(match: ArrayLike<string>): Reference {
  const [kind, key, value] = [match[1], decodePercent(match[2] ?? ''), match[3]]
  return kind === 'post'
    ? { kind, key, value: value === 'json' ? 'json' : 'link' }
    : { kind: 'media', key, value: value === 'id' ? 'id' : 'url' }
}
