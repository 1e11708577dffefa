import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { throwGatekeeper } from '../throw-gatekeeper.ts'
import { address } from './address.ts'

/** See src/site/gatekeepers.ts. */
export const serverPassword: Examination = {
  name: 'server-password',
  about: say`Basic authentication of the web server, which leaves no room for a login of WordPress`,
  needs: [address],
  examine: async (patient) => {
    await throwGatekeeper(patient, 'password')
    return { grade: 'ok', says: say`No password of the web server stands before the REST API.` }
  },
}
