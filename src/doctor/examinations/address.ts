import { siteAddress } from '../../config/site-address.ts'
import { say } from '../../language/say.ts'
import { SiteError } from '../../site/errors.ts'
import { isLoopback } from '../../standards/loopback.ts'
import type { Examination } from '../examination.ts'
import type { Journey } from '../follow-redirects.ts'
import { certificate } from './certificate.ts'

/** WP_URL is the very address of the site, with www or without, by https. */
export const address: Examination = {
  name: 'address',
  about: say`whether WP_URL redirects, and which address to write instead: https, with www or without`,
  needs: [certificate],
  examine: async (patient) => {
    const url = await patient.url()
    const journey = await patient.journey()
    const target = journey.targets.at(-1)
    if (target === undefined) return { grade: 'ok', says: say`${url} answers itself, without a redirect.` }
    throw redirected(url, target, journey)
  },
}

function redirected(url: string, target: string, { isEndless, last }: Journey): SiteError {
  const options = { status: last.response.status, endsRun: true }
  const site = siteAddress(target)
  if (isEndless) {
    return new SiteError(say`${url} redirects in a circle, as to ${target}.`, {
      ...options,
      advice: say`Two settings contradict each other. Write one address, with https, into both fields of wp-admin > Settings > General (WordPress Address, Site Address), leave only one redirect at the host, in .htaccess or in a plugin, and set a CDN to "Full" TLS.`,
    })
  }
  if (site === url) {
    return new SiteError(say`${url} leads whoever asks for its REST API to ${withoutQuery(target)}.`, {
      ...options,
      advice: say`A plugin that asks visitors to log in, a "coming soon" page, or a security plugin does so: exempt /wp-json/, which WordPress guards itself, or switch the plugin off.`,
    })
  }
  if (new URL(site).protocol === 'http:' && !isLoopback(new URL(site).hostname)) {
    return new SiteError(say`${url} redirects to ${site}, which would send the password in clear.`, {
      ...options,
      advice: say`Let the site itself use https: write https:// into both fields of wp-admin > Settings > General (WordPress Address, Site Address), after its certificate works.`,
    })
  }
  const isFollowed = last.response.status < 300
  return new SiteError(say`${url} redirects to ${site}, and a login never follows a redirect.`, {
    ...options,
    advice: isFollowed
      ? say`The address to write is WP_URL=${site}, and "url": "${site}" within "site" of wp.config.json.`
      : say`If ${site} is your site, set WP_URL to it.`,
  })
}

function withoutQuery(text: string): string {
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname}`
}
