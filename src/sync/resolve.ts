import type { Term } from '../posts/types.ts'
import { fillReferences, listReferences } from '../render/references.ts'
import type { ContentTemplate } from '../render/types.ts'
import type { PostFields, RemoteMedia } from '../site/types.ts'
import { keepAnchors } from './anchors.ts'
import type { CarriedAnchor } from './marker.ts'
import type { DesiredPost } from './types.ts'

/** What is known of the site at some moment; each answers `undefined` for what does not exist yet. */
export interface Known {
  readonly term: (term: Term) => number | undefined
  readonly media: (sha256: string) => RemoteMedia | undefined
  /** Where the article with this key is read once it is public. */
  readonly permalink: (key: string) => string | undefined
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
  readonly kind: 'term' | 'media' | 'address' | 'author'
  /** For people, within a sentence. */
  readonly name: string
}

/**
 * Fills the ids and addresses of a site into what an article asks for. Pure.
 *
 * @param published content of the article's post as the site has it, marker included; the new content carries
 *   the ids of its headings on
 */
export function resolveFields(desired: DesiredPost, known: Known, published?: string): Resolved {
  const missing: Missing[] = []
  const need = <T>(value: T | undefined, kind: Missing['kind'], name: string): T | undefined => {
    if (value === undefined) missing.push({ kind, name })
    return value
  }
  const ids = (terms: readonly Term[] | undefined): number[] | undefined => {
    const found = terms?.map((term) => need(known.term(term), 'term', `the term "${term.name}"`))
    return found?.every((id) => id !== undefined) ? found : undefined
  }

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
    if (kind === 'post') need(undefined, 'address', `the address of ${key}`)
    else need(undefined, 'media', 'a picture')
  }

  const kept = keepAnchors(content, published)
  return {
    missing,
    anchors: kept.anchors,
    fields: given({
      title: desired.title,
      content: open.length === 0 ? kept.content : undefined,
      excerpt: desired.excerpt,
      slug: desired.slug,
      status: desired.status,
      date: desired.date,
      categories: ids(desired.categories),
      tags: ids(desired.tags),
      featuredMedia:
        desired.featuredImage === undefined
          ? 0
          : need(known.media(desired.featuredImage)?.id, 'media', 'the featured picture'),
      author:
        desired.author === undefined
          ? undefined
          : need(known.author(desired.author), 'author', `the user "${desired.author}"`),
      sticky: desired.sticky,
      commentStatus: desired.commentStatus,
      format: desired.format,
      footnotes: open.length === 0 ? footnotes : undefined,
    }),
  }
}

/** Drops keys without a value, so that an absent key always means "not managed". */
function given(fields: { readonly [K in keyof PostFields]: PostFields[K] | undefined }): PostFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
