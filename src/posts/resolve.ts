import type { Config } from '../config/types.ts'
import { readFields } from '../fields/front-matter.ts'
import { type Draft, findField, itemsOf, textOf } from './draft.ts'
import type { ImageResult } from './images.ts'
import { toLibraryPicture } from './library-picture.ts'
import type { Post } from './post.ts'
import type { Field, SourcePost } from './types.ts'

/**
 * Resolves every value of an article; it has been judged, and has no error.
 *
 * @param images what became of the pictures that it names, by address as written
 */
export function resolvePost(
  { key, file }: Pick<SourcePost, 'key' | 'file'>,
  { fields, slug, language, pair }: Draft,
  { site, categories, frontMatter, images: settings }: Config,
  images: ReadonlyMap<string, ImageResult>,
): Post {
  const media = new Map(
    [...images].flatMap(([url, result]) => (result.ok ? [[url, result.media] as const] : [])),
  )
  const id = textOf(fields, 'id')
  return {
    ...readFields({
      text: (key) => textOf(fields, key),
      items: (key) => itemsOf(fields, key),
      isEmptyOnPurpose: (key) => isEmptyOnPurpose(findField(fields, key)),
      slug,
      status: frontMatter.status,
      timezone: site.timezone,
      categories,
      picture: (address) => media.get(address),
      libraryPicture: (address) => toLibraryPicture(address, site.url),
      // Pictures of the body come first.
      ownPicture: settings.featured === 'first' ? [...media.values()][0] : undefined,
    }),
    key,
    file,
    frontMatter: fields,
    id: id === undefined ? undefined : Number(id),
    language,
    pair,
    pulled: textOf(fields, 'pulled'),
    images: media,
  }
}

function isEmptyOnPurpose(field: Field | undefined): boolean {
  return field?.value.kind === 'empty' && field.value.quoted
}
