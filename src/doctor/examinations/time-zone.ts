import { say } from '../../language/say.ts'
import { assertTimezone } from '../../sync/site-timezone.ts'
import type { Examination } from '../examination.ts'
import { restApi } from './rest-api.ts'

/** Dates mean the same hour here and there. */
export const timeZone: Examination = {
  name: 'time-zone',
  about: say`whether the time zone of the site is that of wp.config.json`,
  needs: [restApi],
  examine: async (patient) => {
    const { facts } = await patient.index()
    const { timezone } = patient.config.site
    assertTimezone(facts, timezone)
    return { grade: 'ok', says: say`Both the site and wp.config.json have ${timezone}.` }
  },
}
