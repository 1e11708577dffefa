import type { FieldName, PostFields, RemotePost } from '../site/types.ts'
import { sha256 } from '../standards/sha256.ts'
import { removeMarker } from './marker.ts'

/** Every field that Rensai can manage, in the order in which people read about them. */
export const FIELD_NAMES = [
  'title',
  'content',
  'excerpt',
  'slug',
  'status',
  'date',
  'categories',
  'tags',
  'featuredMedia',
  'author',
  'sticky',
  'commentStatus',
  'format',
  'footnotes',
] as const satisfies readonly FieldName[]

/** The managed fields of a post as the site has them, the content without its marker. */
export function liveFields(post: RemotePost): Required<PostFields> {
  return {
    title: post.title,
    content: removeMarker(post.content),
    excerpt: post.excerpt,
    slug: post.slug,
    status: post.status,
    date: post.date,
    categories: post.categories,
    tags: post.tags,
    featuredMedia: post.featuredMedia,
    author: post.author,
    sticky: post.sticky,
    commentStatus: post.commentStatus,
    format: post.format,
    footnotes: post.footnotes ?? '',
  }
}

/** A short hash of a field's value; lists of ids count as sets. */
export function hashField(value: PostFields[FieldName]): string {
  const canonical = Array.isArray(value) ? [...value].sort((a, b) => a - b) : value
  return sha256(JSON.stringify(canonical ?? null)).slice(0, 8)
}

/** The hash of every field that is given. */
export function hashFields(fields: PostFields): Partial<Record<FieldName, string>> {
  const given = FIELD_NAMES.filter((name) => fields[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, hashField(fields[name])]))
}
