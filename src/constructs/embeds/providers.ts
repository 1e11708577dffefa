import type { Element } from 'hast'
import { isBlank, isElement } from '../../content/elements.ts'

/** A service whose bare address WordPress shows as the thing itself. */
export interface Embed {
  readonly type: 'video' | 'rich'
  readonly provider: string
}

const PROVIDERS: readonly { readonly pattern: RegExp; readonly embed: Embed }[] = [
  {
    pattern:
      /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?|shorts\/|live\/|playlist\?)|youtu\.be\/)\S+$/,
    embed: { type: 'video', provider: 'youtube' },
  },
  { pattern: /^https?:\/\/(?:www\.)?x\.com\/\w+\/status\/\d+\S*$/, embed: { type: 'rich', provider: 'x' } },
  {
    pattern: /^https?:\/\/(?:www\.|mobile\.)?twitter\.com\/\w+\/status\/\d+\S*$/,
    embed: { type: 'rich', provider: 'twitter' },
  },
]

/** The embed that WordPress makes of an address (WP_oEmbed's providers, those that blogs use most). */
export function findEmbed(url: string): Embed | undefined {
  return PROVIDERS.find(({ pattern }) => pattern.test(url))?.embed
}

/** The address of a paragraph that is nothing but the bare address of something WordPress embeds. */
export function embedUrl({ children }: Element): string | undefined {
  const [link, ...others] = children.filter((child) => !isBlank(child))
  if (!isElement(link, 'a') || others.length > 0) return undefined
  const [text] = link.children
  const url = String(link.properties.href ?? '')
  return text?.type === 'text' && text.value === url && findEmbed(url) !== undefined ? url : undefined
}
