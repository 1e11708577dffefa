import type { RemotePost } from '../site/types.ts'
import { escapeText } from '../standards/html.ts'
import { htmlToText } from '../standards/html-to-text.ts'
import { hasHash } from './fields.ts'
import type { Marker } from './marker.ts'

/** Whether a post has the title of an article, on the site or as last published. */
export function hasTitle(title: string, remote: Pick<RemotePost, 'title'>, marker: Marker): boolean {
  return htmlToText(remote.title) === title || hadTitle(title, marker)
}

/** Whether a post was last published with a title. */
export function hadTitle(title: string, { base }: Pick<Marker, 'base'>): boolean {
  // 0.2.0 sent it as it is.
  return hasHash('title', escapeText(title), base.title) || hasHash('title', title, base.title)
}
