import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { throwGatekeeper } from '../throw-gatekeeper.ts'
import { address } from './address.ts'

/** See src/site/gatekeepers.ts. */
export const firewall: Examination = {
  name: 'firewall',
  about: say`a firewall of the host, or a security plugin, that refuses the REST API`,
  needs: [address],
  examine: async (patient) => {
    await throwGatekeeper(patient, 'firewall')
    return { grade: 'ok', says: say`No firewall refuses the REST API.` }
  },
}
