import { BODY_FIELDS } from '../fields/groups.ts'
import { type DesiredFields, FIELD_NAMES, FIELDS, type FieldName, mapSome } from '../fields/registry.ts'
import type { Body, RenderedPost } from '../render/types.ts'
import { withLater } from '../standards/later.ts'
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
  const bodyOf = (): Body => (hasMath ? (rendered.withMath ?? rendered) : rendered)
  const body = withLater({ excerpt }, ['content', 'core'], bodyOf)
  const context = { rendered: body, date: post.date, now, timezone, hasFootnotes }
  const desire = (names: readonly FieldName[]): Partial<DesiredFields> =>
    mapSome(names, (name) => FIELDS[name].desire(post[name], context))
  const others = { ...desire(OTHERS), key: post.key, path: post.file.path, pulled: post.pulled }
  // Most bodies are asked for by nobody, and each would be read from where an earlier run kept it.
  return withLater(others, BODY_FIELDS, () => desire(BODY_FIELDS)) as DesiredPost
}

const OTHERS = FIELD_NAMES.filter((name) => !BODY_FIELDS.includes(name))
