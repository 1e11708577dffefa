import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { restApi } from './rest-api.ts'

/** The site takes application passwords. */
export const applicationPasswords: Examination = {
  name: 'application-passwords',
  about: say`whether the site takes application passwords, which no https or a plugin can prevent`,
  needs: [restApi],
  examine: async (patient) => {
    const { facts } = await patient.index()
    if (facts.hasApplicationPasswords) {
      return { grade: 'ok', says: say`The site takes application passwords.` }
    }
    // Another plugin may take the same login; where none does, this says so.
    await patient.user()
    return { grade: 'ok', says: say`The site tells of none, but takes the login.` }
  },
}
