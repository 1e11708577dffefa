import { hasOtherMetadata } from '../content/additions/carry-additions.ts'
import { settingsApart } from '../content/block-settings.ts'
import { sameNoted } from '../content/core-notes.ts'
import { FIELD_NAMES, FIELDS, type FieldName } from '../fields/registry.ts'
import type { PostFields } from '../site/types.ts'
import { hasHash, hashField } from './fields.ts'
import type { Marker } from './marker.ts'
import { pulledChange, takenOver } from './pulled.ts'
import type { DesiredPost } from './types.ts'

export interface Decision {
  /** Ours to write: the site still has what we last published. */
  readonly update: readonly FieldName[]
  /** Edited in wp-admin, unchanged in the file. */
  readonly drift: readonly FieldName[]
  /** Edited on both sides. */
  readonly conflict: readonly FieldName[]
}

/**
 * Compares, field by field, what an article asks for, what the site has, and what was last published.
 *
 * @param managed the fields the article manages
 * @param desired their values; a managed field without a value depends on something that the site does not have
 * @param live what the site has
 * @param marker what was last published
 * @param pulled what the file took over from the site since; such a field is ours to write again
 * @param said what the article says of fields without a value, see `hashSaidIn`
 */
export function decide(
  managed: ReadonlySet<FieldName>,
  desired: PostFields,
  live: PostFields,
  marker: Marker,
  pulled: ReadonlyMap<FieldName, string> = new Map(),
  said: (name: FieldName) => string | undefined = () => undefined,
): Decision {
  const decision = { update: [] as FieldName[], drift: [] as FieldName[], conflict: [] as FieldName[] }
  const saysTheSame = (): boolean => sameBody(desired, live)
  const isSetTheSame = (): boolean =>
    settingsApart(live.content ?? '', desired.content ?? '').first.length === 0
  for (const name of FIELD_NAMES) {
    if (!managed.has(name)) continue
    // Most are the very same, and hashing a content takes long.
    if (desired[name] !== undefined && desired[name] === live[name]) continue
    const wanted = desired[name] === undefined ? undefined : hashField(name, desired[name])
    const found = hashField(name, live[name])
    const base = marker.base[name]
    if (wanted === found) {
      if (name === 'content' && notesMore(desired, live) && said('content') !== marker.said?.content)
        decision.update.push(name)
      continue
    }
    const asPublished = isAsPublished(name, live, marker)
    const isBase = desired[name] !== undefined && hasHash(name, desired[name], base)
    // The file is as it was brought here, and nothing was written since.
    const isAsTaken =
      desired[name] !== undefined && hasHash(name, desired[name], takenOver(pulled.get(name), base))
    const isPulled = pulled.get(name) === pulledChange(base, found)
    const isMereForm = FIELDS[name].isMereForm?.({
      saysTheSame,
      isSetTheSame,
      isSameContent: hashField('content', desired.content) === hashField('content', live.content),
      isAsPublished: asPublished,
      isPulled,
      isContentWritten: decision.update.includes('content'),
    })
    if (isMereForm === true) continue
    const saidBefore = marker.said?.[name]
    const isAsSaid = wanted === undefined && saidBefore !== undefined && said(name) === saidBefore
    if (isAsTaken && !isPulled) {
      decision.drift.push(name)
    } else if (asPublished) {
      if (isAsSaid && FIELDS[name].whenGone === 'edited') decision.drift.push(name)
      else if (!isBase) decision.update.push(name)
    } else if (isPulled) {
      decision.update.push(name)
    } else if (base === undefined) {
      // Newly managed: the file says for the first time what the site has had all along, unless that is a text.
      if (isOfOthers(name, live)) decision.conflict.push(name)
      else decision.update.push(name)
    } else if (isBase || isAsSaid) {
      decision.drift.push(name)
    } else {
      decision.conflict.push(name)
    }
  }
  return decision
}

/** Whether block markup of the article's own notes what the site lacks; no hash tells of that. */
function notesMore(desired: PostFields, live: PostFields): boolean {
  return hasOtherMetadata(desired.content ?? '', live.content ?? '')
}

/** Whether the site has a text that no article gave it, since it may leave the field to WordPress. */
function isOfOthers(name: FieldName, live: PostFields): boolean {
  const { managed, isFiltered } = FIELDS[name]
  return managed === 'given' && isFiltered && live[name] !== undefined && live[name] !== ''
}

/** True where a reader is shown the same body. */
function sameBody(desired: PostFields, live: PostFields): boolean {
  if (desired.content === undefined || live.content === undefined) return false
  return sameNoted(
    { content: desired.content, footnotes: desired.footnotes ?? '' },
    { content: live.content, footnotes: live.footnotes ?? '' },
  )
}

/** Whether the site still has a field as we last published it, as far as the marker tells. */
export function isAsPublished<N extends FieldName>(
  name: N,
  live: PostFields,
  { base, stored }: Marker,
): boolean {
  if (hasHash(name, live[name], stored[name] ?? base[name])) return true
  const { turns } = FIELDS[name]
  return turns !== undefined && live[name] === turns.to && base[name] === hashField(name, turns.from)
}

/** The fields that an article manages; the others are left to WordPress. */
export function managedFields(desired: DesiredPost): Set<FieldName> {
  return new Set(
    FIELD_NAMES.filter((name) => FIELDS[name].managed === 'always' || desired[name] !== undefined),
  )
}
