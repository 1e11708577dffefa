import { say } from '../../language/say.ts'
import { SiteError } from '../../site/errors.ts'
import { droppedLogin } from '../../site/prove-login.ts'
import type { Examination } from '../examination.ts'
import { applicationPasswords } from './application-passwords.ts'

/** The header with the login reaches WordPress. */
export const authorization: Examination = {
  name: 'authorization',
  about: say`whether the Authorization header reaches WordPress, which Apache with CGI or FastCGI and some proxies drop`,
  needs: [applicationPasswords],
  examine: async (patient) => {
    try {
      await patient.user()
      return { grade: 'ok', says: say`The Authorization header reaches WordPress.` }
    } catch (error) {
      if (!(error instanceof SiteError) || error.status !== 401) throw error
      if (error.code !== 'rest_not_logged_in') {
        return { grade: 'ok', says: say`The Authorization header reaches WordPress.` }
      }
      const verdict = await patient.loginVerdict()
      if (verdict === 'dropped') throw droppedLogin(await patient.url(), error)
      if (verdict === 'unknown') throw error
      return {
        grade: 'ok',
        says: say`Whether the Authorization header arrives shows once the login is right.`,
      }
    }
  },
}
