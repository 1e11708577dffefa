import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { ImageFile } from '../../posts/types.ts'
import type { Attachment, AttachmentText } from '../../site/types.ts'
import { sameText } from '../picture-texts.ts'
import type { Result } from '../types.ts'
import { pictureEditedMeanwhile } from './errors.ts'
import type { ChangeKind } from './kind.ts'
import type { Run } from './run.ts'
import { pictureThing } from './things.ts'
import { writeOnce } from './write-once.ts'

/** New texts of a picture that the site has. */
export interface UpdateMedia {
  readonly kind: 'update-media'
  readonly before: Attachment
  readonly media: ImageFile
  /** The texts to write. */
  readonly fields: readonly AttachmentText[]
}

export const updateMedia: ChangeKind<UpdateMedia> = {
  kind: 'update-media',
  lane: 'pictures',
  describe: ({ media, fields }) => ({
    sign: '~',
    what: 'picture',
    name: media.path,
    nameIs: 'path',
    detail: listItems(fields),
  }),
  toJson: ({ before, media, fields }) => ({ path: media.path, id: before.id, fields }),
  count: { among: 'others', one: say`picture to update`, many: say`pictures to update` },
  rights: () => [],
  provides: ({ media }) => [pictureThing(media)],
  texts: ({ before, media, fields }) =>
    fields.map((name) => ({ name, before: before[name], after: media[name] })),
  removes: () => undefined,
  make: { needs: () => [], run: update, lookAgain: undefined },
  finish: undefined,
  mend: undefined,
  together: undefined,
}

/**
 * Writes texts of a picture, unless somebody edited it since the plan was made.
 *
 * Until that has succeeded the picture counts as missing, so that no post is written with the new text before
 * its attachment has it: only from the old text in a post is known that the one of the attachment is ours.
 */
async function update({ before, media, fields }: UpdateMedia, { site, state }: Run): Promise<Result> {
  state.forgetMedia(media.sha256)
  const wanted = Object.fromEntries(fields.map((name) => [name, media[name]]))
  const read = async (): Promise<Attachment | undefined> => (await site.listMediaById([before.id]))[0]
  if (!hasTexts(await read(), before)) throw pictureEditedMeanwhile(media)
  const written = await writeOnce(
    site,
    () => site.updateMedia(before.id, wanted),
    async () => {
      const now = await read()
      if (hasTexts(now, { ...before, ...wanted })) return now
      if (hasTexts(now, before)) return undefined
      throw pictureEditedMeanwhile(media)
    },
  )
  state.addMedia(media.sha256, written, false)
  return { status: 'applied', id: written.id, link: written.url }
}

/** Whether a picture has these texts, as WordPress stores them. */
function hasTexts(now: Attachment | undefined, texts: Readonly<Record<AttachmentText, string>>): boolean {
  return now !== undefined && sameText(now.alt, texts.alt) && sameText(now.caption, texts.caption)
}
