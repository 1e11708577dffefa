import { say } from '../../language/say.ts'
import { MOST_ARTICLE_BYTES } from '../../limits/sizes.ts'
import { SiteError } from '../../site/errors.ts'
import { trySize } from '../../site/try-size.ts'
import type { Examination } from '../examination.ts'
import { RAISE_LIMITS, toSize } from '../sizes.ts'
import { role } from './role.ts'

/** The limits that are usual, in bytes: 1 MB is nginx's, 2 MB PHP's for a file. */
const USUAL = [2_000_000, 1_000_000]

/** Articles and pictures come through. */
export const bodyLimit: Examination = {
  name: 'body-limit',
  about: say`how large an upload the web server and PHP let through`,
  needs: [role],
  examine: async (patient) => {
    const http = await patient.http()
    const { maxBytes } = patient.config.images
    const sizes = [maxBytes, ...USUAL.filter((size) => size < maxBytes), MOST_ARTICLE_BYTES]
    let refused: { readonly size: number; readonly by: SiteError } | undefined
    for (const size of sizes) {
      const by = await trySize(http, size)
      if (by !== undefined) {
        refused = { size, by }
        continue
      }
      if (refused === undefined) {
        return {
          grade: 'ok',
          says: say`An upload of ${toSize(size)}, the most that images.maxBytes allows, comes through.`,
        }
      }
      return {
        grade: 'advice',
        says: say`An upload of ${toSize(refused.size)} does not come through (${reason(refused.by)}); one of ${toSize(size)} does.`,
        remedy: say`Pictures above that will fail. Raise the limit with one of these, or set "maxBytes" within "images" of wp.config.json, so that check tells of them:`,
        example: RAISE_LIMITS,
      }
    }
    throw new SiteError(
      say`Not even an upload of ${toSize(MOST_ARTICLE_BYTES)} comes through (${refused === undefined ? '' : reason(refused.by)}).`,
      {
        status: refused?.by.status,
        cause: refused?.by,
        advice: say`Long articles and pictures cannot be sent so. Raise the limit with one of these, or ask the host to:`,
        example: RAISE_LIMITS,
      },
    )
  },
}

function reason({ code, short }: SiteError): string {
  return /^rest_upload_no_/.test(code ?? '') ? say`it is above post_max_size of PHP` : short
}
