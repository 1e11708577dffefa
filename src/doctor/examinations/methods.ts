import { say } from '../../language/say.ts'
import { tryDelete } from '../../site/try-delete.ts'
import type { Examination } from '../examination.ts'
import { role } from './role.ts'

/** Requests that are neither GET nor POST come through. */
export const methods: Examination = {
  name: 'methods',
  about: say`whether the web server lets DELETE through, which moves posts to the trash`,
  needs: [role],
  examine: async (patient) => {
    const refusal = await tryDelete(await patient.http())
    if (refusal === undefined) return { grade: 'ok', says: say`DELETE reaches WordPress.` }
    return {
      grade: 'advice',
      says: say`A DELETE does not reach WordPress: ${refusal.short}.`,
      remedy: say`Everything but moving posts to the trash works. Let the web server, its WebDAV or its firewall pass DELETE to /wp-json/ on, or ask the host to.`,
    }
  },
}
