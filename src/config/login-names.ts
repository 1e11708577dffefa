import { closest } from '../limits/closest.ts'
import type { Variables } from './environment.ts'

/** The variables that make a login. */
export const LOGIN_NAMES = ['WP_URL', 'WP_USERNAME', 'WP_APP_PASSWORD'] as const

export type LoginName = (typeof LOGIN_NAMES)[number]

/** A variable that nothing reads, and the one that was probably meant. */
export interface Misspelling {
  readonly written: string
  readonly meant: LoginName
}

/** What others call them, as `bare` has it. */
const OTHER_NAMES: ReadonlyMap<string, LoginName> = new Map(
  (
    [
      ['WP_URL', 'wpsite wpsiteurl wphost wpaddress wpbaseurl wpapiurl'],
      ['WP_USERNAME', 'wpuser wplogin wpname wpadminuser'],
      [
        'WP_APP_PASSWORD',
        'wppassword wppass wpapppass wpapplicationpassword wpapppw wppw wptoken wpadminpassword',
      ],
    ] as const
  ).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
)

/** WordPress's own, which tell where a site is installed and not where to publish. */
const NO_LOGIN = ['WP_HOME', 'WP_SITEURL']

/**
 * Names that look like misspelt ones of a login: `WP_PASSWORD`, `WORDPRESS_URL`, `wp_url`, and `set WP_URL` of a .env.
 *
 * @param variables of one source
 */
export function misspellings(variables: Variables): Misspelling[] {
  return Object.entries(variables).flatMap(([written, value]) => {
    const isRight = LOGIN_NAMES.some((name) => name === written)
    const meant = isRight || NO_LOGIN.includes(written) || !value?.trim() ? undefined : meantBy(written)
    return meant === undefined ? [] : [{ written, meant }]
  })
}

function meantBy(written: string): LoginName | undefined {
  const name = bare(written)
  if (!name.startsWith('wp')) return undefined
  const byName = new Map(LOGIN_NAMES.map((each) => [bare(each), each]))
  // In five letters one wrong one is much: WP_ENV is another variable.
  const near = closest(name, [...byName.keys()], name.length < 7 ? 1 : 2)
  return OTHER_NAMES.get(name) ?? byName.get(near ?? '')
}

function bare(name: string): string {
  const [last = ''] = /[\w-]+$/.exec(name) ?? []
  return last
    .toLowerCase()
    .replace(/[-_]/g, '')
    .replace(/^wordpress/, 'wp')
}
