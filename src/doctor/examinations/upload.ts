import { say } from '../../language/say.ts'
import { SiteError } from '../../site/errors.ts'
import { tryPicture } from '../../site/try-write.ts'
import type { Examination } from '../examination.ts'
import { makeNoise } from '../make-noise.ts'
import { RAISE_LIMITS, toSize } from '../sizes.ts'
import { role } from './role.ts'

/** As a small picture of a screen has, in bytes. */
const SMALL = 100_000

/** Pictures can be uploaded, and WordPress can make its smaller ones of them. */
export const upload: Examination = {
  name: 'upload',
  about: say`whether a picture as large as images.maxBytes allows can be uploaded and deleted again: the limit of PHP for files, its memory, and the folder of uploads`,
  needs: [role],
  examine: async (patient) => {
    const http = await patient.http()
    const { maxBytes, maxWidth } = patient.config.images
    const send = async (most: number): Promise<number> => {
      const bytes = await makeNoise(most, maxWidth)
      await tryPicture(http, {
        bytes,
        name: 'rensai-doctor.png',
        mimeType: 'image/png',
        slug: 'rensai-doctor',
        title: 'Rensai doctor',
        alt: '',
        caption: '',
      })
      return bytes.byteLength
    }
    try {
      const size = await send(maxBytes)
      return { grade: 'ok', says: say`A picture of ${toSize(size)} was uploaded and deleted again.` }
    } catch (error) {
      if (!(error instanceof SiteError)) throw error
      // Where not even this one can be, what it says is the fault.
      await send(Math.min(SMALL, maxBytes))
      return {
        grade: 'advice',
        says: say`A picture as large as images.maxBytes allows, ${toSize(maxBytes)}, cannot be uploaded, a small one can: ${error.message}`,
        remedy: say`Raise the limits of PHP for files, or its memory, with one of these, or set "maxBytes" within "images" of wp.config.json, so that check tells of such pictures:`,
        example:
          error.example ??
          `${RAISE_LIMITS}\n# .user.ini or php.ini, for large pictures:\nmemory_limit = 256M`,
      }
    }
  },
}
