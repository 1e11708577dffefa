import type { Examination } from '../examination.ts'
import { APPLICATION_PASSWORD } from '../login-verdict.ts'

/** The login is complete and looks like one. */
export const settings: Examination = {
  name: 'settings',
  about: 'WP_URL, WP_USERNAME and WP_APP_PASSWORD, in the environment or in .env',
  needs: [],
  examine: async (patient) => {
    const connection = await patient.connection()
    const says = `The articles go to ${connection.url}, as "${connection.username}".`
    if (connection.hasPasswordOf(APPLICATION_PASSWORD)) return { grade: 'ok', says }
    return {
      grade: 'advice',
      says: `${says} WP_APP_PASSWORD does not look like an application password, which is 24 letters and digits in groups of four.`,
      remedy:
        'The password you log in with is refused by the REST API. Make an application password in wp-admin > Users > Profile > Application Passwords (アプリケーションパスワード), and copy all of it.',
    }
  },
}
