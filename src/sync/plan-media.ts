import type { Change, Media, RenderedPost, SiteState } from '../types.ts'

/**
 * The pictures that the site does not have yet, each once, in the order of their first use; with the first
 * alternative text that an article gives, since a featured image has none.
 */
export function planMedia(rendered: readonly RenderedPost[], site: SiteState): Change[] {
  const wanted = new Map<string, Media>()
  for (const media of rendered.flatMap((item) => item.media)) {
    if (site.media.has(media.sha256)) continue
    if ((wanted.get(media.sha256)?.alt ?? '') === '') wanted.set(media.sha256, media)
  }
  return [...wanted.values()].map((media) => ({ kind: 'upload-media', media }))
}
