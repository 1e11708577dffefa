import type { Connection } from '../config/connection.ts'
import { tryXmlRpc } from '../site/try-xml-rpc.ts'

/** What of a refused login is wrong, as far as it can be told; `dropped` is one that is right and never arrived. */
export type LoginVerdict = 'name' | 'password' | 'either' | 'dropped' | 'unknown'

/** The shape of what wp-admin shows (WP_Application_Passwords::chunk_password): 24 letters and digits, blanks between. */
export const APPLICATION_PASSWORD = /^[a-z\d]{24}$/i

/** Login names hold nothing else (sanitize_user, strict); addresses of mail hold more. */
const LOGIN_NAME = /^[\w .@-]+$|@/

/**
 * Judges a login that WordPress refused without a reason. What its own words tell is not asked for.
 *
 * @param timeout longest wait for one answer, in milliseconds
 */
export async function judgeLogin(connection: Connection, timeout: number): Promise<LoginVerdict> {
  if (!LOGIN_NAME.test(connection.username)) return 'name'
  if (!connection.hasPasswordOf(APPLICATION_PASSWORD)) return 'password'
  const found = await tryXmlRpc(connection, timeout)
  return ({ right: 'dropped', wrong: 'either', unknown: 'unknown' } as const)[found]
}
