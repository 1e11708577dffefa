import { BODY_FIELDS } from '../fields/groups.ts'
import { FIELD_NAMES, FIELDS, type FieldName } from '../fields/registry.ts'
import type { RenderedPost } from '../render/types.ts'
import { sha256 } from '../standards/sha256.ts'
import type { Identity } from './identity.ts'
import type { StateView } from './resolve.ts'
import type { DesiredPost, SiteState } from './types.ts'

/** What is decided about, with all that the decision depends on. */
export interface Decided {
  readonly after: DesiredPost
  /** What `after` was made from. */
  readonly rendered: Pick<RenderedPost, 'bodyHash' | 'links' | 'media'>
  readonly identity: Extract<Identity, { readonly remote: unknown }>
  readonly known: StateView
  readonly site: Pick<SiteState, 'hasFootnotes' | 'hasMath'>
  /** Whether posts are taken over that we never published. */
  readonly adopt: boolean
}

/**
 * A digest of all by which is decided what is to be done about an article that has a post: what the article asks for, the
 * ids and addresses that its references stand for, what the site has, and what was last published. The contents themselves
 * are not read: of the article's there is a hash, and the site's is that which the time of the last save stands for. Where
 * the grounds are the same, so is the decision.
 */
export function groundsOf({ after, rendered, identity, known, site, adopt }: Decided): string {
  const { remote } = identity
  const values = {
    term: known.term,
    picture: (key: string) => known.media(key)?.id,
    author: known.author,
    body: { content: undefined, footnotes: undefined },
    need: <T>(value: T | undefined) => value,
  }
  const wantedIn = <N extends FieldName>(name: N): unknown[] => [
    after[name],
    FIELDS[name].resolve(after[name], values),
  ]
  const wanted = FIELD_NAMES.filter((name) => !BODY_FIELDS.includes(name)).map((name) => wantedIn(name))
  const references = [
    rendered.links.map((key) => known.permalink(key)),
    rendered.media.map(({ sha256: hash }) => {
      const media = known.media(hash)
      return [hash, media?.id, media?.url]
    }),
  ]
  const found = FIELD_NAMES.filter((name) => name !== 'content').map((name) => remote[name])
  const grounds = [
    [rendered.bodyHash, site.hasFootnotes, site.hasMath, ...references],
    [after.key, after.pulled, ...wanted],
    [remote.id, remote.modifiedGmt, ...found],
    [identity.kind, 'marker' in identity ? identity.marker : undefined, adopt],
  ]
  return sha256(JSON.stringify(grounds))
}
