import * as z from 'zod'
import { say } from '../language/say.ts'
import { isFile, isWebAddress, type LibraryPicture } from '../posts/library-picture.ts'
import type { ImageFile } from '../posts/types.ts'
import type { ValueField } from './managed-field.ts'

/**
 * A picture of the project, as desired by its sha256, or one of the site's media library, by its address; on the site the
 * id of an attachment, 0 for none.
 */
export const featuredMedia: ValueField<
  'featured_image',
  ImageFile | LibraryPicture | undefined,
  string | undefined,
  number
> = {
  frontMatter: {
    key: 'featured_image',
    help: {
      en: 'The featured image: a path relative to the article, or with a slash from the project folder; or the address of a picture in the media library of the site.',
      ja: 'アイキャッチ画像。記事からの相対パス、`/` で始まるプロジェクトからのパス、またはサイトのメディアライブラリの画像のアドレス。',
    },
    aliases: ['thumbnail'],
    elsewhere: { cover: 'featured_image', image: 'featured_image' },
    takes: 'text',
    pull: (id, { picture }) => picture(id),
    pullNew: (id, { picture }) => picture(id),
  },
  read: ({ text, picture, libraryPicture, ownPicture, isEmptyOnPurpose }) => {
    const address = text('featured_image')
    if (address !== undefined) return picture(address) ?? libraryPicture(address)
    return isEmptyOnPurpose('featured_image') ? undefined : ownPicture
  },
  managed: 'always',
  desire: (media) => (media === undefined || isFile(media) ? media?.sha256 : media.address),
  resolve: (key, { picture, need }) => {
    if (key === undefined) return 0
    // The address is of the configured site; another one, to try the articles out, keeps what it has.
    if (isWebAddress(key)) return picture(key)
    return need(picture(key), 'media', say`the featured picture`)
  },
  wire: { path: 'featured_media', schema: z.number().default(0) },
  toLive: (id) => id,
  whenGone: 'lost',
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: true,
  isInDraft: false,
  text: {
    live: (id, { attachment }) => (id === 0 ? say`none` : (attachment(id) ?? say`attachment ${id}`)),
    desired: (key, { picture }) => (key === undefined ? say`none` : (picture(key) ?? say`a picture`)),
  },
}
