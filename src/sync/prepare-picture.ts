import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { tellsLocation } from '../posts/picture-location.ts'
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
    throw new UserError(say`The picture ${media.path} cannot be read (${reason.replace(/:$/, '')}).`, {
      advice: say`The file is damaged or was copied only in part: open it, save it anew, and run the command again.`,
      exitCode: ExitCode.content,
      cause,
    })
  }
}

async function encode(media: ImageFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(media.absolutePath))
  const picture = sharp(bytes, { animated: true })
  const metadata = await picture.metadata()
  const { width, height, pages = 1 } = metadata
  // Turned pictures lie on their side in the file; the longer side is the safe one to compare.
  const tooWide = Math.max(width, height) > Math.max(media.width, media.height) && pages === 1
  if (!tooWide && !tellsLocation(metadata)) return bytes
  const written = picture.autoOrient().keepIccProfile()
  const scaled = tooWide ? written.resize({ width: media.width, withoutEnlargement: true }) : written
  const encoded = media.mimeType === 'image/jpeg' ? scaled.jpeg({ quality: JPEG_QUALITY }) : scaled
  return new Uint8Array(await encoded.toBuffer())
}
