import { isIP } from 'node:net'
import { say } from '../../language/say.ts'
import { SiteError } from '../../site/errors.ts'
import { explainFailure } from '../../site/network-failure.ts'
import { isLoopback } from '../../standards/loopback.ts'
import type { Examination } from '../examination.ts'
import type { Lookup } from '../patient.ts'
import { settings } from './settings.ts'

/** The name of the host leads to an address. */
export const dns: Examination = {
  name: 'dns',
  about: say`whether the name of the host is known, with www and without`,
  needs: [settings],
  examine: async (patient) => {
    const { lookup } = patient
    const url = await patient.url()
    const { hostname } = new URL(url)
    if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || isLoopback(hostname)) {
      return { grade: 'ok', says: say`${hostname} needs no name server.` }
    }
    try {
      const found = await lookup(hostname)
      const shown = found.slice(0, 3).map(({ address }) => address)
      return { grade: 'ok', says: say`${hostname} is ${shown.join(', ')}.` }
    } catch (error) {
      const failure = explainFailure({ method: 'get', url, route: '/', error, timeout: 0 })
      const other = hostname.startsWith('www.') ? hostname.slice(4) : `www.${hostname}`
      if (!(await isKnown(other, lookup))) throw failure
      const right = url.replace(`//${hostname}`, `//${other}`)
      throw new SiteError(say`There is no host ${hostname}, but there is ${other}.`, {
        advice: say`Write WP_URL=${right}, and "url": "${right}" within "site" of wp.config.json.`,
        endsRun: true,
        cause: error,
      })
    }
  },
}

async function isKnown(host: string, lookup: Lookup): Promise<boolean> {
  return await lookup(host).then(
    (found) => found.length > 0,
    () => false,
  )
}
