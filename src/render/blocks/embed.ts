import { writeBlock } from '../block-comment.ts'
import { findEmbed } from '../embeds.ts'

/** An embed of the thing at an address. */
export function writeEmbed(url: string): string {
  const { type = 'rich', provider = '' } = findEmbed(url) ?? {}
  const attributes = { url, type, providerNameSlug: provider, responsive: true }
  const names = `wp-block-embed is-type-${type} is-provider-${provider} wp-block-embed-${provider}`
  const text = url.replaceAll('&', '&amp;')
  return writeBlock(
    'embed',
    attributes,
    `<figure class="${names}"><div class="wp-block-embed__wrapper">\n${text}\n</div></figure>`,
  )
}
