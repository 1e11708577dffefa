import { say } from '../../language/say.ts'
import { explainFailure } from '../../site/network-failure.ts'
import type { Examination } from '../examination.ts'
import { openSocket } from '../open-socket.ts'
import { dns } from './dns.ts'

/** Something listens at the address. */
export const reach: Examination = {
  name: 'reach',
  about: say`whether anything answers at the address and port`,
  needs: [dns],
  examine: async (patient) => {
    const url = await patient.url()
    const { host } = new URL(url)
    try {
      const socket = await openSocket(url, patient.lookup)
      const { remoteAddress: address = '', remotePort: port = 0 } = socket
      socket.destroy()
      return { grade: 'ok', says: say`${host} answers at ${address}, port ${port}.` }
    } catch (error) {
      throw explainFailure({ method: 'get', url, route: '/', error, timeout: 0 })
    }
  },
}
