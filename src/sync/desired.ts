import { type DesiredFields, FIELDS, mapFields } from '../fields/registry.ts'
import type { RenderedPost } from '../render/types.ts'
import type { DesiredPost } from './types.ts'

/**
 * What an article asks of the site, before any id is known.
 *
 * @param now the present, in milliseconds since 1970; decides between `publish` and `future` as WordPress does
 * @param timezone IANA name of the site's zone
 * @param hasFootnotes whether the site keeps the notes of the core footnotes block
 */
export function toDesired(
  rendered: RenderedPost,
  now: number,
  timezone: string,
  hasFootnotes = false,
): DesiredPost {
  const { post } = rendered
  const context = { rendered, date: post.date, now, timezone, hasFootnotes }
  return {
    ...mapFields<DesiredFields>((name) => FIELDS[name].desire(post[name], context)),
    key: post.key,
    path: post.file.path,
    pulled: post.pulled,
  }
}
