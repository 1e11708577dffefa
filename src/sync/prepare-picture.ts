import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { ExitCode, UserError } from '../errors.ts'
import type { ImageFile } from '../posts/types.ts'

/** Below this a JPEG that has to be written again shows it; above it only grows. */
const JPEG_QUALITY = 90

/**
 * The bytes to upload for a picture: the file itself, unless it is wider than configured or tells where it was
 * taken; then it is scaled down, turned upright, and written without any metadata but its colour profile.
 *
 * @throws UserError (content) where the file cannot be read, or is cut off or damaged behind its first bytes, from
 *   which `check` measures it
 */
export async function preparePicture(media: ImageFile): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await encode(media)
  } catch (cause) {
    // libvips says more than one line, of which the first is the reason.
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new UserError(`The picture ${media.path} cannot be read (${reason.replace(/:$/, '')}).`, {
      advice:
        'The file is damaged or was copied only in part: open it, save it anew, and run the command again.',
      exitCode: ExitCode.content,
      cause,
    })
  }
}

async function encode(media: ImageFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(media.absolutePath))
  const picture = sharp(bytes, { animated: true })
  const { exif, width, height, pages = 1 } = await picture.metadata()
  // Turned pictures lie on their side in the file; the longer side is the safe one to compare.
  const tooWide = Math.max(width, height) > Math.max(media.width, media.height) && pages === 1
  if (!tooWide && !tellsLocation(exif)) return bytes
  const written = picture.autoOrient().keepIccProfile()
  const scaled = tooWide ? written.resize({ width: media.width, withoutEnlargement: true }) : written
  const encoded = media.mimeType === 'image/jpeg' ? scaled.jpeg({ quality: JPEG_QUALITY }) : scaled
  return new Uint8Array(await encoded.toBuffer())
}

/** True where the EXIF data holds a GPS directory: tag 0x8825 in either byte order (CIPA DC-008, 4.6.3). */
function tellsLocation(exif: Buffer | undefined): boolean {
  return (
    exif !== undefined &&
    (exif.includes(Buffer.from([0x88, 0x25, 0x00, 0x04])) ||
      exif.includes(Buffer.from([0x25, 0x88, 0x04, 0x00])))
  )
}
