import * as z from 'zod'
import type { ImageFile } from '../posts/types.ts'
import type { ValueField } from './managed-field.ts'

/** A picture of the project, as desired by its sha256; on the site the id of an attachment, 0 for none. */
export const featuredMedia: ValueField<'featured_image', ImageFile | undefined, string | undefined, number> =
  {
    frontMatter: {
      key: 'featured_image',
      aliases: ['thumbnail'],
      elsewhere: { cover: 'featured_image', image: 'featured_image' },
      takes: 'text',
      pull: (id, { picture }) => picture(id),
      pullNew: (id, { picture }) => picture(id),
    },
    read: ({ text, picture, ownPicture, isEmptyOnPurpose }) => {
      const address = text('featured_image')
      if (address !== undefined) return picture(address)
      return isEmptyOnPurpose('featured_image') ? undefined : ownPicture
    },
    managed: 'always',
    desire: (media) => media?.sha256,
    resolve: (sha256, { picture, need }) =>
      sha256 === undefined ? 0 : need(picture(sha256), 'media', 'the featured picture'),
    wire: { path: 'featured_media', schema: z.number().default(0) },
    toLive: (id) => id,
    whenGone: 'lost',
    isFiltered: false,
    revision: 'none',
    isOnlyEdited: true,
    isInDraft: false,
    text: {
      live: (id, { attachment }) => (id === 0 ? 'none' : (attachment(id) ?? `attachment ${id}`)),
      desired: (sha256, { picture }) => (sha256 === undefined ? 'none' : (picture(sha256) ?? 'a picture')),
    },
  }
