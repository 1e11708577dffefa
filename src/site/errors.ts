import { decodeHTML } from 'entities'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { retryAfterMs } from '../standards/retry-after.ts'
import { findJson } from './find-json.ts'
import { type GatekeeperKind, recogniseGatekeeper } from './gatekeepers.ts'
import { recogniseOutOfMemory } from './out-of-memory.ts'

export interface RequestFacts {
  readonly method: string
  readonly url: string
  readonly route: string
}

/** A request that failed. `answered` tells whether the site is known to have refused it. */
export class SiteError extends UserError {
  /** HTTP status, or `undefined` where no answer came. */
  readonly status: number | undefined
  /** WordPress's own error code, such as `term_exists`. */
  readonly code: string | undefined
  /** The `data` of WordPress's error. */
  readonly data: unknown
  /** How long the site asks us to wait, in milliseconds; 0 where it says nothing. */
  readonly retryAfter: number
  /** What happened, within a sentence: `the site answered 503`. */
  readonly short: string
  /**
   * True where, after all tries, every later request would fail like this one or could do harm: then the run ends.
   */
  readonly endsRun: boolean
  /** Who answered in place of WordPress, where that is known. */
  readonly gatekeeper: GatekeeperKind | undefined
  /** True where it may have come when some of the writes of the request had been carried out. */
  readonly isPartial: boolean

  constructor(
    message: string,
    options: {
      advice: string
      example?: string | undefined
      status?: number | undefined
      code?: string | undefined
      data?: unknown
      retryAfter?: number
      short?: string
      endsRun?: boolean
      gatekeeper?: GatekeeperKind
      isPartial?: boolean
      cause?: unknown
    },
  ) {
    super(message, {
      advice: options.advice,
      exitCode: ExitCode.site,
      example: options.example,
      cause: options.cause,
    })
    this.status = options.status
    this.code = options.code
    this.data = options.data
    this.retryAfter = options.retryAfter ?? 0
    this.endsRun = options.endsRun ?? false
    this.gatekeeper = options.gatekeeper
    this.isPartial = options.isPartial ?? false
    this.short =
      options.short ?? (options.status === undefined ? message : say`the site answered ${options.status}`)
  }

  /**
   * True where the request may have been carried out although we got no good answer: no answer at all, a
   * failure behind the web server, an answer that cannot be read, or one that may be about the rest of several writes.
   */
  get outcomeUnknown(): boolean {
    const { status, isPartial } = this
    return (
      isPartial || status === undefined || status >= 500 || (status >= 200 && status < 300) || status === 408
    )
  }

  /** True where a later try may be answered better. */
  get mayPass(): boolean {
    return this.status === undefined || PASSING.includes(this.status)
  }
}

/** The same error of a request with several writes, of which some may have been carried out before it came. */
export function partial(error: SiteError): SiteError {
  const { message, advice, example, status, code, data, short } = error
  return new SiteError(message, { advice, example, status, code, data, short, isPartial: true, cause: error })
}

/** 425 is Too Early (RFC 8470), 429 Too Many Requests (RFC 6585); the others are RFC 9110's. */
const PASSING: readonly number[] = [408, 425, 429, 500, 502, 503, 504]

/** What an HTTP status means for somebody who publishes; the only place that maps the two. */
export function explainStatus(facts: RequestFacts & { response: Response; text: string }): SiteError {
  const { method, url, route, response, text } = facts
  const { status } = response
  const error = parseError(text)
  const request = `${method.toUpperCase()} ${route}`
  const page = /^\s*</.test(text) ? describePage(text) : undefined
  const words = error.message ?? page
  const said = words === undefined ? '' : `: ${words}`
  const options = {
    status,
    code: error.code,
    data: error.data,
    retryAfter: retryAfterMs(response.headers.get('retry-after'), Date.now()) ?? 0,
  }

  if (status >= 300 && status < 400) {
    const target = redirectTarget(response, url)
    return new SiteError(say`${url} redirects to ${target}, and a login never follows a redirect.`, {
      ...options,
      advice: say`If ${target} is your site, set WP_URL to it.`,
    })
  }
  const gatekeeper = recogniseGatekeeper({ url, request, response, text, code: error.code, page })
  if (gatekeeper !== undefined) return new SiteError(gatekeeper.message, { ...options, ...gatekeeper })
  const memory = recogniseOutOfMemory(url, text)
  if (memory !== undefined) return new SiteError(memory.message, { ...options, ...memory })
  // WordPress's own answer where EMPTY_TRASH_DAYS is 0 (WP_REST_Posts_Controller::delete_item).
  if (error.code === 'rest_trash_not_supported') {
    return new SiteError(say`${url} keeps no trash, so nothing was moved there.`, {
      ...options,
      advice: say`Set EMPTY_TRASH_DAYS in its wp-config.php to a number of days, or delete the post in wp-admin; Rensai deletes no post for good.`,
    })
  }
  if (
    route === '/' &&
    [401, 403, 404].includes(status) &&
    error.code !== undefined &&
    !isOfPassword(error.code)
  ) {
    return new SiteError(say`${url} has its REST API switched off (${error.code})${said}`, {
      ...options,
      advice: SWITCH_ON,
    })
  }
  switch (status) {
    case 401:
      if (error.code === 'invalid_username' || error.code === 'invalid_email') {
        return new SiteError(say`${url} refuses the login, since it knows no user of that name${said}`, {
          ...options,
          advice: NO_SUCH_USER,
        })
      }
      return new SiteError(say`${url} refuses the login${said}`, {
        ...options,
        advice: WRONG_LOGIN,
      })
    case 403:
      return new SiteError(say`${url} does not allow ${request}${said}`, {
        ...options,
        advice: say`The user lacks the right, or a firewall or security plugin blocks the REST API.`,
      })
    case 404:
      return new SiteError(say`${url} knows no ${request}${said}`, {
        ...options,
        advice:
          error.code === 'rest_no_route' || error.code === undefined
            ? say`Check WP_URL: it is the address of the blog, including a subfolder; the REST API must not be switched off.`
            : say`It was deleted since it was read; run the command again.`,
      })
    case 413:
      return new SiteError(say`${url} finds ${request} too large.`, {
        ...options,
        advice: say`Make the picture smaller, or raise upload_max_filesize and client_max_body_size on the server.`,
      })
    case 429:
      return new SiteError(say`${url} answers 429, too many requests.`, {
        ...options,
        endsRun: true,
        advice: say`Wait some minutes and run the command again; it goes on where it stopped.`,
      })
    default:
      return new SiteError(say`${url} answered ${status} to ${request}${said}`, {
        ...options,
        advice:
          status >= 500
            ? say`Look into the server's PHP error log; then run the command again, it goes on where it stopped.`
            : say`Run the command again with --debug, and report it if it stays.`,
      })
  }
}

/** What to look at where a login is refused. */
export const WRONG_LOGIN = say`Check WP_USERNAME and WP_APP_PASSWORD. It must be an application password (wp-admin > Users > Profile), not the login password.`

/** What to look at where WordPress knows no user of that name. */
export const NO_SUCH_USER = say`WP_USERNAME is the name you log in with, or your mail address, and not the name that readers see: wp-admin > Users has it in the first column (ユーザー名).`

/** What plugins of Japanese hosts and others call it. */
const SWITCH_ON = say`A plugin or the theme does so: look for "REST API" in the settings of security plugins (SiteGuard WP Plugin, XO Security, All In One Security, Wordfence, Disable WP REST API), and allow it, at least to users who are logged in.`

/** Of the check of application passwords (wp_authenticate_application_password), which every route makes first. */
function isOfPassword(code: string): boolean {
  return /^(?:incorrect_password|invalid_(?:username|email)|application_passwords_.*|rest_not_logged_in)$/.test(
    code,
  )
}

/** A page that came in place of an answer, by its title: a firewall or a login wall says there what it is. */
export function describePage(html: string): string {
  const [, title = ''] = /<title[^>]*>([^<]{0,500})/i.exec(html) ?? []
  const text = decodeHTML(title)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  return text === '' ? say`a web page` : say`the web page "${text}"`
}

/**
 * The login that the run began with is refused by now.
 *
 * @param refusal what the site answered
 */
export function lostLogin(url: string, refusal: SiteError): SiteError {
  return new SiteError(say`${url} does not accept the login any more, which it did when this run began.`, {
    status: refusal.status,
    code: refusal.code,
    short: say`the site does not accept the login any more`,
    endsRun: true,
    cause: refusal,
    advice: say`The application password was revoked or has expired, or the user is gone: make a new one (wp-admin > Users > Profile), set WP_APP_PASSWORD, and run the command again; it goes on where it stopped.`,
  })
}

/** Whether a refusal may mean that the site does not know who asks: WordPress answers 403 to somebody it knows. */
export function isOfStranger({ status, code, data }: SiteError): boolean {
  // Of a list of drafts WordPress says to strangers that its parameter `status` is wrong.
  const isOfStatus =
    code === 'rest_invalid_param' && JSON.stringify(data ?? '').includes('rest_forbidden_status')
  return status === 401 || (status === 400 && isOfStatus)
}

function redirectTarget(response: Response, base: string): string {
  const location = response.headers.get('location') ?? ''
  if (!URL.canParse(location, base)) return say`an unreadable address`
  const { origin, pathname, protocol } = new URL(location, base)
  if (!/^https?:$/.test(protocol)) return say`an unreadable address`
  return `${origin}${pathname.replace(/\/wp-json\/.*$/, '')}`
}

interface WordPressError {
  readonly code?: string
  readonly message?: string
  readonly data?: unknown
}

/** What WordPress says, also where PHP prints warnings before it. */
function parseError(text: string): WordPressError {
  const found = findJson(text)
  if (found.kind !== 'json' || typeof found.value !== 'object' || found.value === null) return {}
  const { code, message, data } = found.value as Record<string, unknown>
  return {
    ...(typeof code === 'string' ? { code } : {}),
    // A PHP fatal comes as JSON with HTML in its message.
    ...(typeof message === 'string' ? { message: message.replace(/<[^>]*>/g, '').trim() } : {}),
    data,
  }
}
