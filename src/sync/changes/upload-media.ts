import { say } from '../../language/say.ts'
import type { ImageFile } from '../../posts/types.ts'
import { SiteError } from '../../site/errors.ts'
import type { Site } from '../../site/site.ts'
import type { Attachment } from '../../site/types.ts'
import { MARKER_WORD } from '../marker.ts'
import { mediaSlug } from '../media-slug.ts'
import type { Result } from '../types.ts'
import { deleteUnused } from './delete-unused.ts'
import type { ChangeKind } from './kind.ts'
import { lookAgain } from './look-again.ts'
import type { Run } from './run.ts'
import { pictureThing } from './things.ts'
import { writeOnce } from './write-once.ts'

/** A picture that the site does not have. */
export interface UploadMedia {
  readonly kind: 'upload-media'
  readonly media: ImageFile
}

export const uploadMedia: ChangeKind<UploadMedia> = {
  kind: 'upload-media',
  lane: 'pictures',
  describe: ({ media: { path, size, width, height } }) => ({
    sign: '+',
    what: 'picture',
    name: path,
    nameIs: 'path',
    detail: say`${Math.max(1, Math.round(size / 1000))} kB, ${width} x ${height}`,
    inTable: say`${size.toLocaleString('en')} bytes`,
  }),
  toJson: ({ media: { path, uploadName, size } }) => ({ path, name: uploadName, bytes: size }),
  count: { among: 'added', one: say`picture`, many: say`pictures` },
  rights: () => ['upload_files'],
  provides: ({ media }) => [pictureThing(media)],
  texts: () => [],
  removes: () => undefined,
  make: {
    needs: () => [],
    run: upload,
    lookAgain: lookAgain({
      list: async (changes, { site }) =>
        await site.listMediaBySlug(
          changes.flatMap(({ media }) => NUMBERS.map((number) => mediaSlug(media.sha256) + number)),
        ),
      ours: ({ media }, { state }) => state.media(media.sha256),
      isSame: ({ slug }, _, { media }) => slug.startsWith(mediaSlug(media.sha256)),
      isTaken: () => false,
      forget: ({ media }, { state }) => state.forgetMedia(media.sha256),
      giveWay,
    }),
  },
  finish: undefined,
  mend: undefined,
  together: undefined,
}

/** WordPress numbers the slugs of later uploads from 2 on; more publishers than these never met. */
const NUMBERS = ['', '-2', '-3', '-4', '-5']

/**
 * Uploads a picture under a slug made of its bytes, by which it is found ever after. The file is read when it is
 * sent, so that many pictures never lie in memory at once.
 */
async function upload({ media }: UploadMedia, { site, state }: Run): Promise<Result> {
  const slug = mediaSlug(media.sha256)
  // sharp takes its time to load; plans are shown without it.
  const { preparePicture } = await import('../prepare-picture.ts')
  const bytes = await preparePicture(media)
  const { uploadName: name, mimeType, alt, caption } = media
  const title = name.replace(/\.[^.]+$/, '')
  const { remote, isNew } = await writeOnce(
    site,
    async () => ({
      remote: await site.uploadMedia({ bytes, name, mimeType, slug, title, alt, caption }),
      isNew: true,
    }),
    async () => {
      const [found] = await site.listMediaBySlug([slug])
      return found && { remote: await withSizes(found, site), isNew: false }
    },
  )
  state.addMedia(media.sha256, remote, isNew)
  return { status: 'applied', id: remote.id, link: remote.url }
}

/**
 * The picture of an upload that was not answered as it should be: WordPress may have died amid the smaller ones. Where it
 * cannot make them at all, readers get the picture as it is.
 */
async function withSizes(found: Attachment, site: Site): Promise<Attachment> {
  if (found.lacksSizes !== true) return found
  const look = async (): Promise<Attachment | undefined> => {
    const [now] = await site.listMediaById([found.id])
    return now?.lacksSizes === false ? now : undefined
  }
  try {
    return await writeOnce(site, () => site.makeSizes(found.id), look)
  } catch (error) {
    if (error instanceof SiteError && !error.endsRun) return found
    throw error
  }
}

/** Ours goes if it holds the same bytes as the one that stays, and no post uses it. */
async function giveWay(
  { media }: UploadMedia,
  ours: Attachment,
  staying: Attachment,
  { site, state }: Run,
): Promise<Result | undefined> {
  if (!(await haveSameBytes(staying, ours, { site }))) return undefined
  state.addMedia(media.sha256, staying, false)
  if (state.isMade(ours))
    await deleteUnused(
      () => isUsed(ours, { site }),
      () => site.deleteMedia(ours.id),
      site,
    )
  return { status: 'applied', id: staying.id, link: staying.url }
}

/** True where both files can be read as visitors do, and are the same byte for byte. */
async function haveSameBytes(a: Attachment, b: Attachment, { site }: Pick<Run, 'site'>): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map(({ url }) => site.download(url)))
  return first !== undefined && second !== undefined && first.equals(second)
}

/** True where a post that we published shows the picture, in its text or as its featured image. */
async function isUsed({ id, url }: Attachment, { site }: Pick<Run, 'site'>): Promise<boolean> {
  return (await site.searchPosts(MARKER_WORD)).some(
    ({ content, featuredMedia }) => featuredMedia === id || content.includes(url),
  )
}
