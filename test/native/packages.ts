import { execFileSync } from 'node:child_process'
import { accessSync, existsSync, rmSync, writeFileSync } from 'node:fs'

/** Debian packages of a WordPress with its database and web servers; the theme makes public pages readable. */
const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'mariadb-server',
  'nginx',
  'apache2-bin',
  'openssl',
  'php',
  'php-cgi',
  'php-cli',
  'php-fpm',
  'php-xml',
]

/** What the packages bring, in the order of PACKAGES' needs; a missing one means that they are not installed. */
export const PROGRAMS = {
  wordpress: '/usr/share/wordpress',
  theme: '/usr/share/wordpress/wp-content/themes/twentytwentythree',
  mariadbd: '/usr/sbin/mariadbd',
  installDatabase: '/usr/bin/mariadb-install-db',
  mariadb: '/usr/bin/mariadb',
  nginx: '/usr/sbin/nginx',
  apache: '/usr/sbin/apache2',
  openssl: '/usr/bin/openssl',
  php: '/usr/bin/php',
  phpCgi: '/usr/bin/php-cgi',
  // What dpkg knows of it, since its files are named by the version of PHP.
  phpXml: '/var/lib/dpkg/info/php-xml.list',
} as const

/** Debian asks this script before it starts any service; see policy-rc.d(8). */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d'

/**
 * Installs what is missing, without starting a system service.
 *
 * @throws Error saying what to install where this is not Debian or we are not root
 */
export function installPackages(): void {
  if (Object.values(PROGRAMS).every(isThere)) return
  const command = `apt-get install --no-install-recommends ${PACKAGES.join(' ')}`
  if (process.getuid?.() !== 0) {
    throw new Error(`The native WordPress is not installed. Run as root: ${command}`)
  }
  if (!isThere('/usr/bin/apt-get')) {
    throw new Error(`The native WordPress comes from Debian's packages, and this is not Debian. (${command})`)
  }
  const hasPolicy = existsSync(SERVICE_POLICY)
  if (!hasPolicy) writeFileSync(SERVICE_POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    execFileSync('apt-get', ['update', '-qq'], options)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options)
  } finally {
    if (!hasPolicy) rmSync(SERVICE_POLICY)
  }
}

function isThere(file: string): boolean {
  try {
    accessSync(file)
    return true
  } catch {
    return false
  }
}
