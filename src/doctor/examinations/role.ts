import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { mayWrite } from '../../site/prove-login.ts'
import { CAPABILITIES, type Capability } from '../../sync/changes/capabilities.ts'
import { missingRight } from '../../sync/rights.ts'
import type { Examination } from '../examination.ts'
import { login } from './login.ts'

/** Without these some article cannot be published at all. */
const NEEDED: readonly Capability[] = ['edit_posts', 'publish_posts', 'upload_files']

/** The user may do what publishing does. */
export const role: Examination = {
  name: 'role',
  about: say`whether the role of the user may write, publish, upload pictures, create categories, and move posts to the trash`,
  needs: [login],
  examine: async (patient) => {
    const user = mayWrite(await patient.url(), await patient.user())
    const all = Object.keys(CAPABILITIES) as Capability[]
    const missing = all.filter((capability) => !user.capabilities.has(capability))
    const [needed] = missing.filter((capability) => NEEDED.includes(capability))
    if (needed !== undefined) throw missingRight(needed, user)
    const words = (list: readonly Capability[]): string => listItems(list.map((each) => CAPABILITIES[each]))
    const granted = words(all.filter((each) => !missing.includes(each)))
    if (missing.length === 0) return { grade: 'ok', says: say`"${user.name}" may ${granted}.` }
    return {
      grade: 'advice',
      says: say`"${user.name}" may ${granted}, but not ${words(missing)}.`,
      remedy: say`Articles can use the categories that the site has: create others in wp-admin, or log in as an Editor.`,
    }
  },
}
