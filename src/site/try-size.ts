import { SiteError } from './errors.ts'
import type { Http } from './http.ts'

/**
 * Sends an upload of a size that WordPress refuses because of what else it says, so that nothing is ever made of it: it
 * looks at the parameters before the file (WP_REST_Server::respond_to_request).
 *
 * @param bytes size of the file
 * @returns `undefined` where WordPress itself has refused it, so that it has arrived; otherwise what kept it away
 */
export async function trySize(http: Http, bytes: number): Promise<SiteError | undefined> {
  const form = new FormData()
  // Before the file: where PHP takes no more than a part of a form, these are there still.
  form.set('status', 'rensai-doctor')
  form.set('comment_status', 'rensai-doctor')
  // WordPress takes no file of this name either (wp_check_filetype).
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }), 'doctor.rensai')
  try {
    await http.upload('/wp/v2/media', form)
    return undefined
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return error.code === 'rest_invalid_param' ? undefined : error
  }
}
