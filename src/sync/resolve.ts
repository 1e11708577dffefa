import { carryAdditions } from '../content/additions/carry-additions.ts'
import { FIELDS, type FieldName, type LiveFields, mapFields } from '../fields/registry.ts'
import { say } from '../language/say.ts'
import type { Term } from '../posts/types.ts'
import { fillReferences, listReferences } from '../render/references.ts'
import type { ContentTemplate } from '../render/types.ts'
import type { Attachment, PostFields } from '../site/types.ts'
import { keepAnchors, type PublishedContent } from './anchors.ts'
import { type CarriedAnchor, removeMarker } from './marker.ts'
import type { DesiredPost } from './types.ts'

/** What is known of the site at some moment; each answers `undefined` for what does not exist yet. */
export interface StateView {
  readonly term: (term: Term) => number | undefined
  /** @param key sha256 of a file, or an address in the media library */
  readonly media: (key: string) => Attachment | undefined
  /** Where the article with this key is read once it is public. */
  readonly permalink: (key: string) => string | undefined
  /** Whether readers can open it there, now or at the time for which it is scheduled. */
  readonly isPublic: (key: string) => boolean
  readonly author: (name: string) => number | undefined
}

export interface Resolved {
  /** Every field that the article manages and whose ids are known. */
  readonly fields: PostFields
  readonly missing: readonly Missing[]
  /** What the content carries of the headings that the published content had. */
  readonly anchors: readonly CarriedAnchor[]
}

/** Something that does not exist on the site yet. */
export interface Missing {
  /** The field that names it; `content` for the notes, too. */
  readonly field: FieldName
  readonly kind: 'term' | 'media' | 'address' | 'author'
  /** For people, within a sentence. */
  readonly name: string
}

/**
 * Fills the ids and addresses of a site into what an article asks for. Pure.
 *
 * @param published what the article's post holds; the new content carries on the ids of its headings, and what the editor
 *   and plugins keep in it beside its text
 */
export function resolveFields(
  desired: DesiredPost,
  known: StateView,
  published?: PublishedContent,
): Resolved {
  const missing: Missing[] = []
  const noteFor =
    (field: FieldName): Need =>
    (value, kind, name) => {
      if (value === undefined) missing.push({ field, kind, name })
      return value
    }
  const { content, footnotes, anchors } = fillBody(desired, known, noteFor('content'), published)
  const context = {
    term: known.term,
    picture: (key: string) => known.media(key)?.id,
    author: known.author,
    body: { content, footnotes },
  }
  const resolved = mapFields<PossibleFields>((name) =>
    FIELDS[name].resolve(desired[name], { ...context, need: noteFor(name) }),
  )
  // An absent key always means "not managed".
  const given = Object.entries(resolved).filter(([, value]) => value !== undefined)
  return { missing, anchors, fields: Object.fromEntries(given) }
}

type Need = <T>(value: T | undefined, kind: Missing['kind'], name: string) => T | undefined

type PossibleFields = { readonly [N in FieldName]: LiveFields[N] | undefined }

interface FilledBody {
  /** `undefined` as long as an address or id is not known. */
  readonly content: string | undefined
  readonly footnotes: string | undefined
  readonly anchors: readonly CarriedAnchor[]
}

function fillBody(
  desired: DesiredPost,
  known: StateView,
  need: Need,
  published: PublishedContent | undefined,
): FilledBody {
  const fill = (template: ContentTemplate): ContentTemplate =>
    fillReferences(template, (reference) => {
      if (reference.kind === 'post') return known.permalink(reference.key)
      const media = known.media(reference.key)
      return reference.value === 'id' ? media?.id.toString() : media?.url
    })
  const content = fill(desired.content)
  const footnotes = desired.footnotes === undefined ? undefined : fill(desired.footnotes)
  const open = listReferences(content + (footnotes ?? ''))
  for (const { kind, key } of open) {
    if (kind === 'post') need(undefined, 'address', say`the address of ${key}`)
    else need(undefined, 'media', say`a picture`)
  }
  const kept = keepAnchors(content, published)
  if (open.length > 0) return { content: undefined, footnotes: undefined, anchors: kept.anchors }
  const live = published === undefined ? undefined : removeMarker(published.content)
  const carried =
    live === undefined || live === kept.content ? kept.content : carryAdditions(kept.content, live)
  return { content: carried, footnotes, anchors: kept.anchors }
}
