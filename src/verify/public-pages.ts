import ky, { TimeoutError } from 'ky'

/** What a visitor without a login gets at an address. */
export interface PublicAnswer {
  /** Address after redirects. */
  readonly url: string
  /** `undefined` where no answer came, or where redirects never end. */
  readonly status: number | undefined
  readonly redirected: boolean
  readonly contentType: string
  /** The page; empty for anything but HTML. */
  readonly html: string
}

/** As many as browsers follow would hide a loop for long; a permalink takes one or two. */
const MOST_REDIRECTS = 5

/** Reads pages as visitors see them: without our login, each address once. */
export class PublicPages {
  readonly #answers = new Map<string, Promise<PublicAnswer>>()

  /** @param url absolute address; its hash does not count */
  async get(url: string): Promise<PublicAnswer> {
    const address = url.replace(/#.*$/s, '')
    const known = this.#answers.get(address) ?? read(address, MOST_REDIRECTS)
    this.#answers.set(address, known)
    return await known
  }
}

async function read(url: string, redirects: number): Promise<PublicAnswer> {
  const nothing = { url, status: undefined, redirected: false, contentType: '', html: '' }
  try {
    const response = await ky(url, {
      redirect: 'manual',
      timeout: 30_000,
      throwHttpErrors: false,
      retry: { limit: 2, statusCodes: [429, 502, 503, 504] },
    })
    const { status } = response
    const location = response.headers.get('location')
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, url)) {
      if (redirects === 0) return nothing
      return { ...(await read(new URL(location, url).href, redirects - 1)), redirected: true }
    }
    const contentType = response.headers.get('content-type') ?? ''
    if (contentType.startsWith('text/html')) {
      return { url, status, redirected: false, contentType, html: await response.text() }
    }
    await response.body?.cancel()
    return { url, status, redirected: false, contentType, html: '' }
  } catch (error) {
    // fetch reports every broken connection as a TypeError.
    if (error instanceof TimeoutError || error instanceof TypeError) return nothing
    throw error
  }
}
