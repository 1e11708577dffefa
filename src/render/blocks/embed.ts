import { writeBlock } from '../block-comment.ts'
import { findEmbed } from '../embeds.ts'

/** An embed of the thing at an address. */
export function writeEmbed(url: string): string {
  const { type = 'rich', provider = '' } = findEmbed(url) ?? {}
  const attributes = { url, type, providerNameSlug: provider, responsive: true }
  const names = `wp-block-embed is-type-${type} is-provider-${provider} wp-block-embed-${provider}`
  // The editor leaves what looks like a character reference (escapeAmpersand of @wordpress/escape-html).
  const text = url.replace(/&(?!(?:[a-z0-9]+|#[0-9]+|#x[a-f0-9]+);)/gi, '&amp;')
  return writeBlock(
    'embed',
    attributes,
    `<figure class="${names}"><div class="wp-block-embed__wrapper">\n${text}\n</div></figure>`,
  )
}
