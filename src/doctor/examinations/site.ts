import { say } from '../../language/say.ts'
import { assertConfiguredSite } from '../../sync/configured-site.ts'
import type { Examination } from '../examination.ts'
import { restApi } from './rest-api.ts'

/** The login and the configuration mean one site. */
export const site: Examination = {
  name: 'site',
  about: say`whether WP_URL, site.url and the address that the site calls itself are one`,
  needs: [restApi],
  examine: async (patient) => {
    const url = await patient.url()
    const { home } = (await patient.index()).facts
    assertConfiguredSite(home, url, patient.config)
    const configured = patient.config.site.url
    if (home === url) return { grade: 'ok', says: say`The site calls itself ${home}.` }
    return {
      grade: 'advice',
      says: say`The site calls itself ${home}, WP_URL is ${url} and site.url is ${configured}.`,
      remedy: say`Write one address everywhere: into both fields of wp-admin > Settings > General (WordPress Address, Site Address), WP_URL and site.url; with https where it works.`,
    }
  },
}
