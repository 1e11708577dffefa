import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import type { Examination } from '../examination.ts'
import { APPLICATION_PASSWORD } from '../login-verdict.ts'

/** The login is complete and looks like one. */
export const settings: Examination = {
  name: 'settings',
  about: say`WP_URL, WP_USERNAME and WP_APP_PASSWORD, in the environment or in .env`,
  needs: [],
  examine: async (patient) => {
    const connection = await patient.connection()
    const says = say`The articles go to ${connection.url}, as "${connection.username}".`
    if (connection.hasPasswordOf(APPLICATION_PASSWORD)) return { grade: 'ok', says }
    return {
      grade: 'advice',
      says: joinSentences(
        says,
        say`WP_APP_PASSWORD does not look like an application password, which is 24 letters and digits in groups of four.`,
      ),
      remedy: say`The password you log in with is refused by the REST API. Make an application password in wp-admin > Users > Profile > Application Passwords (アプリケーションパスワード), and copy all of it.`,
    }
  },
}
