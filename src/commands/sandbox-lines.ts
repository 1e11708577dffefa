import { say } from '../language/say.ts'
import type { Sandbox } from '../sandbox/start.ts'

/** How people get into an embedded WordPress that keeps running. */
export function sandboxToText({ url, username, adminPassword }: Sandbox): string {
  return [
    say`Site:     ${url}`,
    say`Admin:    ${url}/wp-admin/`,
    say`Login:    ${username}`,
    say`Password: ${adminPassword}`,
    say`Ctrl+C stops it; its posts stay.`,
  ].join('\n')
}
