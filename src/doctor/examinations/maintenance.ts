import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { throwGatekeeper } from '../throw-gatekeeper.ts'
import { address } from './address.ts'

/** See src/site/gatekeepers.ts. */
export const maintenance: Examination = {
  name: 'maintenance',
  about: say`the maintenance mode of WordPress, a plugin or the host`,
  needs: [address],
  examine: async (patient) => {
    await throwGatekeeper(patient, 'maintenance')
    return { grade: 'ok', says: say`The site is not closed for maintenance.` }
  },
}
