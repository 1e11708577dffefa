import { inject } from 'vitest'
import type { Sandbox } from '../../src/sandbox/start.ts'
import { openEmbeddedWordPress } from '../embedded/open.ts'
import { type OpenNative, openNativeWordPress } from '../native/open.ts'

export interface TestSandbox extends Sandbox {
  /** Asks the REST API as the administrator, `rest('GET', '/wp/v2/posts?status=any')`. */
  readonly rest: Rest
  /** The environment that points the command line at this WordPress. */
  readonly environment: Record<string, string>
  /** Makes another user and returns the environment to publish as that user. */
  readonly createUser: (name: string, role: string) => Promise<Record<string, string>>
}

export type Rest = <T = Record<string, unknown>>(method: string, route: string, body?: unknown) => Promise<T>

/**
 * A WordPress in the time zone Asia/Tokyo, emptied, until the next call: the embedded one, or in the project `native` the
 * native one.
 */
export async function startTestSandbox(permalink = '/archives/%post_id%'): Promise<TestSandbox> {
  const server = inject('nativeServer')
  return withRest(
    server === undefined
      ? await openEmbeddedWordPress(inject('embeddedWordPress'), permalink)
      : await openNativeWordPress(server, permalink),
  )
}

/** The `index`-th native WordPress, emptied, which can be emptied again at any time. */
export async function startTestNative(index = 0): Promise<TestSandbox & OpenNative> {
  return withRest(await openNativeWordPress(inject('nativeServer'), '/archives/%post_id%', index))
}

function withRest<T extends Sandbox>(sandbox: T): T & TestSandbox {
  const rest = restAs(sandbox.url, sandbox.username, sandbox.appPassword)
  return {
    ...sandbox,
    rest,
    environment: login(sandbox.url, sandbox.username, sandbox.appPassword),
    createUser: async (name, role) => {
      const { id } = await rest('POST', '/wp/v2/users', {
        username: name,
        email: `${name}@example.org`,
        password: crypto.randomUUID(),
        roles: [role],
      })
      const { password } = await rest('POST', `/wp/v2/users/${id}/application-passwords`, { name: 'test' })
      return login(sandbox.url, name, String(password))
    },
  }
}

function login(url: string, username: string, password: string): Record<string, string> {
  return { WP_URL: url, WP_USERNAME: username, WP_APP_PASSWORD: password }
}

/** The REST API as the user of an environment, for edits by somebody else. */
export function restOf(environment: Record<string, string>): Rest {
  const { WP_URL = '', WP_USERNAME = '', WP_APP_PASSWORD = '' } = environment
  return restAs(WP_URL, WP_USERNAME, WP_APP_PASSWORD)
}

function restAs(url: string, username: string, password: string): Rest {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  return async (method, route, body) => {
    // This form works under every permalink structure.
    const response = await fetch(`${url}/index.php?rest_route=${route.replace('?', '&')}`, {
      method,
      // A test may be busy for as long as the server keeps a connection open.
      headers: { authorization, 'content-type': 'application/json', connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`)
    return JSON.parse(text) as never
  }
}
