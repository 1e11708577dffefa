import type { UserError } from '../errors.ts'
import type { RemotePost } from '../site/types.ts'
import type { Marker } from './marker.ts'

/** Which post on the site an article is. */
export type Identity =
  | { readonly kind: 'new' }
  /** A post that we published, from this file or from one that had another name. */
  | { readonly kind: 'ours'; readonly remote: RemotePost; readonly marker: Marker }
  /** A post with the article's id or slug that we never published. */
  | { readonly kind: 'unmanaged'; readonly remote: RemotePost }
  /** The slug belongs to another article's post. */
  | { readonly kind: 'taken'; readonly remote: RemotePost }
  /** A post that says that it was published from the article's file, by somebody who is not known to publish here. */
  | { readonly kind: 'foreign'; readonly remote: RemotePost }
  /** Nothing says for certain which post it is, so none may be written. */
  | { readonly kind: 'refused'; readonly error: UserError }

/** The post that an article is; `undefined` where it has none, or where its slug leads to another article's. */
export function remoteOf(identity: Identity | undefined): RemotePost | undefined {
  if (identity === undefined || identity.kind === 'taken') return undefined
  return 'remote' in identity ? identity.remote : undefined
}
