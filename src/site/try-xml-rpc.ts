import type { Connection } from '../config/connection.ts'
import { readWhole } from './read-whole.ts'

/** More than a list of the blogs of a user has, in bytes. */
const MOST = 1024 * 1024

/**
 * Whether name and password are right, by WordPress's older interface, which takes both in the body. The REST API answers
 * a wrong login, and one that the web server kept to itself, alike: WordPress looks for the error of a password before it
 * has checked it (rest_application_password_check_errors, and WP_REST_Server::serve_request). Reads, and is sent once.
 *
 * @param timeout longest wait, in milliseconds
 * @returns `unknown` where a site has it switched off, as many have
 */
export async function tryXmlRpc(
  connection: Connection,
  timeout: number,
): Promise<'right' | 'wrong' | 'unknown'> {
  try {
    const response = await fetch(`${connection.url}/xmlrpc.php`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'text/xml' },
      body: `<?xml version="1.0" encoding="UTF-8"?><methodCall><methodName>wp.getUsersBlogs</methodName>${connection.xmlRpcParameters()}</methodCall>`,
      signal: AbortSignal.timeout(timeout),
    })
    const text = new TextDecoder().decode(await readWhole(response, MOST))
    if (response.status !== 200 || !text.includes('<methodResponse>')) return 'unknown'
    const [, fault] = /<name>faultCode<\/name>\s*<value><int>(-?\d+)<\/int>/.exec(text) ?? []
    // wp_xmlrpc_server::login; 405 stands for an interface that is switched off.
    if (fault !== undefined) return fault === '403' ? 'wrong' : 'unknown'
    return text.includes('<params>') ? 'right' : 'unknown'
  } catch {
    return 'unknown'
  }
}
