import { say } from '../../language/say.ts'
import { joinSentences } from '../../language/sentences.ts'
import { NO_SUCH_USER, SiteError, WRONG_LOGIN } from '../../site/errors.ts'
import { findLoginLike } from '../../site/find-login.ts'
import type { Examination } from '../examination.ts'
import type { Patient } from '../patient.ts'
import { authorization } from './authorization.ts'

/** The site takes the login. */
export const login: Examination = {
  name: 'login',
  about: say`whether the site takes the login: the login name and not the name that readers see, an application password and not the other one`,
  needs: [authorization],
  examine: async (patient) => {
    try {
      const { name } = await patient.user()
      return { grade: 'ok', says: say`The site takes the login, and calls us "${name}".` }
    } catch (error) {
      throw error instanceof SiteError && error.status === 401 ? await explain(error, patient) : error
    }
  },
}

async function explain(error: SiteError, patient: Patient): Promise<SiteError> {
  const { url, username } = await patient.connection()
  const options = { status: error.status, code: error.code, cause: error }
  const slug = await findLoginLike(url, username, await patient.timeout())
  if (slug !== undefined) {
    return new SiteError(say`"${username}" is the name that readers see, and not one to log in with.`, {
      ...options,
      advice: say`Write the login name into WP_USERNAME, which is probably "${slug}": wp-admin > Users has it in the first column (ユーザー名). The mail address of the user will do, too.`,
    })
  }
  if (error.code !== 'rest_not_logged_in') return error
  const verdict = await patient.loginVerdict()
  if (verdict === 'name') {
    return new SiteError(say`${url} refuses the login: "${username}" can be no login name.`, {
      ...options,
      advice: NO_SUCH_USER,
    })
  }
  if (verdict === 'password') {
    return new SiteError(say`${url} refuses the login: WP_APP_PASSWORD is no application password.`, {
      ...options,
      advice: say`An application password is 24 letters and digits, and not the one you log in with. Make one in wp-admin > Users > Profile > Application Passwords (アプリケーションパスワード), and copy all of it.`,
    })
  }
  return new SiteError(say`${url} refuses the login: the name or the application password is wrong.`, {
    ...options,
    advice: joinSentences(WRONG_LOGIN, say`Where it was revoked, make a new one.`),
  })
}
