import { type DesiredFields, FIELDS, mapFields } from '../fields/registry.ts'
import type { Body, RenderedPost } from '../render/types.ts'
import type { DesiredPost, SiteState } from './types.ts'

/**
 * What an article asks of the site, before any id is known.
 *
 * @param now the present, in milliseconds since 1970; decides between `publish` and `future` as WordPress does
 * @param timezone IANA name of the site's zone
 * @param site what it has
 */
export function toDesired(
  rendered: RenderedPost,
  now: number,
  timezone: string,
  { hasFootnotes = false, hasMath = false }: Pick<SiteState, 'hasFootnotes' | 'hasMath'> = {},
): DesiredPost {
  const { post, excerpt } = rendered
  const { content, core }: Body = hasMath ? (rendered.withMath ?? rendered) : rendered
  const body = { content, excerpt, ...(core === undefined ? {} : { core }) }
  const context = { rendered: body, date: post.date, now, timezone, hasFootnotes }
  return {
    ...mapFields<DesiredFields>((name) => FIELDS[name].desire(post[name], context)),
    key: post.key,
    path: post.file.path,
    pulled: post.pulled,
  }
}
