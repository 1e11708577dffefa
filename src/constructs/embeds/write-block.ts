import { writeBlock } from '../../content/block-delimiters.ts'
import type { Card } from './cards.ts'
import { findEmbed } from './providers.ts'

/** An embed of the thing at an address. */
export function writeEmbed(url: string): string {
  const { type = 'rich', provider = '' } = findEmbed(url) ?? {}
  const attributes = { url, type, providerNameSlug: provider, responsive: true }
  const names = `wp-block-embed is-type-${type} is-provider-${provider} wp-block-embed-${provider}`
  const text = escapeUrl(url)
  return writeBlock(
    'embed',
    attributes,
    `<figure class="${names}"><div class="wp-block-embed__wrapper">\n${text}\n</div></figure>`,
  )
}

/** An embed of an own article; WordPress shows its title, excerpt and picture. */
export function writeCard({ attribute, text }: Card): string {
  return writeBlock(
    'embed',
    { url: attribute, type: 'wp-embed' },
    `<figure class="wp-block-embed is-type-wp-embed"><div class="wp-block-embed__wrapper">\n${escapeUrl(text)}\n</div></figure>`,
  )
}

/** The editor leaves what looks like a character reference (escapeAmpersand of @wordpress/escape-html). */
function escapeUrl(url: string): string {
  return url.replace(/&(?!(?:[a-z0-9]+|#[0-9]+|#x[a-f0-9]+);)/gi, '&amp;')
}
