import * as z from 'zod'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { SiteError } from './errors.ts'
import type { Http } from './http.ts'
import { encodeUpload } from './media-form.ts'
import type { Upload } from './types.ts'
import { decode } from './wire.ts'

const wireCreated = z.object({ id: z.number() })

/**
 * Makes a draft and deletes it for good.
 *
 * @param title by which people find it where it stays
 * @throws SiteError where it cannot be made, or not be deleted
 */
export async function tryDraft(http: Http, title: string, content: string): Promise<void> {
  const route = '/wp/v2/posts'
  const { body } = await http
    .post(route, { title, content, status: 'draft' }, { _fields: 'id' })
    .catch(mayStay(title))
  await removeAgain(http, route, body, title)
}

/**
 * Uploads a picture and deletes it for good.
 *
 * @throws SiteError where it cannot be made, or not be deleted
 */
export async function tryPicture(http: Http, picture: Upload): Promise<void> {
  const route = '/wp/v2/media'
  const { body } = await http.upload(route, encodeUpload(picture)).catch(mayStay(picture.title))
  await removeAgain(http, route, body, picture.title)
}

async function removeAgain(http: Http, route: string, body: unknown, title: string): Promise<void> {
  const { id } = decode(wireCreated, body, say`what was made`)
  await http.remove(`${route}/${id}`, { force: 'true' }).catch((error: unknown) => {
    if (!(error instanceof SiteError)) throw error
    throw new SiteError(say`"${title}" was made and cannot be deleted: ${error.short}.`, {
      status: error.status,
      code: error.code,
      cause: error,
      advice: joinSentences(
        say`Delete "${title}" in wp-admin, ${route}/${id} of the REST API.`,
        error.advice,
      ),
      example: error.example,
    })
  })
}

/** Whoever gave up on a request does not know whether it was carried out. */
function mayStay(title: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof SiteError) || !error.outcomeUnknown) throw error
    throw new SiteError(error.message, {
      status: error.status,
      code: error.code,
      data: error.data,
      short: error.short,
      cause: error,
      advice: joinSentences(
        error.advice,
        say`It may have been carried out: delete "${title}" in wp-admin where it is.`,
      ),
      example: error.example,
    })
  }
}
