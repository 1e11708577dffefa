import type { MovedAddress } from '../sync/moved-address.ts'

/** A line that forwards an old address, and where it goes. */
export interface Redirect {
  readonly where: string
  readonly line: string
}

/**
 * The lines that forward a given-up address, for whichever the site uses: the plugin Redirection (a line of
 * its CSV import), Apache's mod_alias, nginx.
 */
export function redirectLines({ from, to }: MovedAddress): Redirect[] {
  const [source, target] = [new URL(from).pathname, new URL(to).pathname]
  return [
    { where: 'Redirection', line: `${source},${target},0,301` },
    { where: '.htaccess', line: `Redirect 301 ${source} ${target}` },
    { where: 'nginx', line: `location = ${source} { return 301 ${target}; }` },
  ]
}
