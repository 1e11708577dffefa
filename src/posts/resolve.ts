import type { Config } from '../config/types.ts'
import type { ArticleSource } from '../fields/contexts.ts'
import { readFields } from '../fields/front-matter.ts'
import { FIELDS, type FieldKey } from '../fields/registry.ts'
import { type Draft, findField, itemsOf, textOf } from './draft.ts'
import type { ImageResult } from './images.ts'
import { isFile, toLibraryPicture } from './library-picture.ts'
import type { Post } from './post.ts'
import type { Field, ImageFile, SourcePost } from './types.ts'

type Images = ReadonlyMap<string, ImageResult>

/**
 * Resolves every value of an article; it has been judged, and has no error.
 *
 * @param images what became of the pictures that it names, by address as written
 */
export function resolvePost(
  { key, file }: Pick<SourcePost, 'key' | 'file'>,
  draft: Draft,
  config: Config,
  images: Images,
): Post {
  const { fields, language, pair } = draft
  const media = mediaOf(images)
  const id = textOf(fields, 'id')
  return {
    ...readFields(toSource(draft, config, media)),
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

/**
 * The featured picture that the post of an article will have, where it is a file of the project.
 *
 * @param images as for {@link resolvePost}
 */
export function featuredFile(draft: Draft, config: Config, images: Images): ImageFile | undefined {
  const picture = FIELDS.featuredMedia.read(toSource(draft, config, mediaOf(images)))
  return picture !== undefined && isFile(picture) ? picture : undefined
}

function mediaOf(images: Images): Map<string, ImageFile> {
  return new Map([...images].flatMap(([url, result]) => (result.ok ? [[url, result.media] as const] : [])))
}

function toSource(
  { fields, slug }: Draft,
  { site, categories, frontMatter, images: settings }: Config,
  media: ReadonlyMap<string, ImageFile>,
): ArticleSource<FieldKey> {
  return {
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
  }
}

function isEmptyOnPurpose(field: Field | undefined): boolean {
  return field?.value.kind === 'empty' && field.value.quoted
}
