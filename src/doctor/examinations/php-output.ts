import { say } from '../../language/say.ts'
import { htmlToText } from '../../standards/html-to-text.ts'
import type { Examination } from '../examination.ts'
import { restApi } from './rest-api.ts'

/** Of the index (WP_REST_Server::get_index). */
const BEGINNING = '{"name":'

/** Nothing stands before the JSON of an answer. */
export const phpOutput: Examination = {
  name: 'php-output',
  about: say`whether PHP prints warnings, or a file a byte order mark, before the JSON of answers`,
  needs: [restApi],
  examine: async (patient) => {
    const { response, text } = await patient.indexAsSent()
    const before = text.slice(0, Math.max(0, text.indexOf(BEGINNING)))
    if (response.status !== 200 || /^[ \t\r\n]*$/.test(before)) {
      return { grade: 'ok', says: say`Answers are JSON and nothing else.` }
    }
    const shown = htmlToText(before).replace(/\s+/g, ' ').trim()
    const [, kind, name] = /wp-content\/(plugin|theme)s\/([^/\s]+)/.exec(shown) ?? []
    const who =
      kind === undefined || name === undefined
        ? say`the plugin or theme`
        : kind === 'plugin'
          ? say`the plugin "${name}"`
          : say`the theme "${name}"`
    return {
      grade: 'advice',
      says:
        shown === ''
          ? say`A byte order mark stands before the JSON of answers: a file of the theme, of a plugin, or wp-config.php was saved with one.`
          : say`PHP prints before the JSON of answers: "${shown.slice(0, 160) + (shown.length > 160 ? '…' : '')}"`,
      remedy: say`Rensai reads past it, but the editor of WordPress does not. Update ${who}, or save its file without a byte order mark; and let PHP write warnings into a file and not into pages, in wp-config.php:`,
      example: `define( 'WP_DEBUG', false );
@ini_set( 'display_errors', '0' );`,
    }
  },
}
