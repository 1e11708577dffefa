import type { Sandbox } from '../sandbox/start.ts'

/** How people get into an embedded WordPress that keeps running. */
export function sandboxToText({ url, username, adminPassword }: Sandbox): string {
  return [
    `Site:     ${url}`,
    `Admin:    ${url}/wp-admin/`,
    `Login:    ${username}`,
    `Password: ${adminPassword}`,
    'Ctrl+C stops it; its posts stay.',
  ].join('\n')
}
