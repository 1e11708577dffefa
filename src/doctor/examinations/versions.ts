import manifest from '../../../package.json' with { type: 'json' }
import { listParts } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import type { Examination } from '../examination.ts'
import { address } from './address.ts'

/** The oldest WordPress that is supported, as README.md says. */
const OLDEST = [6, 1] as const

/** The versions, for whoever helps. */
export const versions: Examination = {
  name: 'versions',
  about: say`the versions of WordPress, PHP, the web server, Rensai and Node, as far as they are told`,
  needs: [address],
  examine: async (patient) => {
    // Where the front page does not answer, publishing may work.
    const page = await patient.frontPage().catch(() => undefined)
    const wordpress = versionIn(page?.text ?? '')
    const header = (name: string): string => page?.response.headers.get(name) ?? ''
    const [php] = /PHP\/[\d.]+/.exec(header('x-powered-by')) ?? []
    const parts = [
      wordpress === undefined ? say`WordPress does not tell its version` : `WordPress ${wordpress}`,
      php?.replace('/', ' ') ?? say`PHP does not tell its own`,
      header('server') === '' ? say`nor does the web server` : header('server'),
      `Rensai ${manifest.version}`,
      `Node ${process.versions.node}`,
    ]
    const says = say`${listParts(parts)}.`
    if (wordpress === undefined || !isOlder(wordpress)) return { grade: 'ok', says }
    return {
      grade: 'advice',
      says,
      remedy: say`Rensai is tested on WordPress ${OLDEST.join('.')} and newer: update it in wp-admin > Dashboard > Updates.`,
    }
  },
}

/** As WordPress tells everybody (wp_generator, and the version that it adds to its own scripts). */
function versionIn(html: string): string | undefined {
  const [, version] =
    /<meta name="generator" content="WordPress (\d+\.\d+[\w.-]*)"/.exec(html) ??
    /\/wp-includes\/[^"'\s]*?\?ver=(\d+\.\d+(?:\.\d+)?)["'&]/.exec(html) ??
    []
  return version
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}
