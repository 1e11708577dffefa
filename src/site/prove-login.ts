import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { SiteError, WRONG_LOGIN } from './errors.ts'
import { PASS_AUTHORIZATION } from './gatekeepers.ts'
import type { Http } from './http.ts'
import type { RemoteUser, SiteFacts } from './types.ts'
import { decodeUser } from './wire.ts'

/**
 * Asks the site who we are.
 *
 * @throws SiteError where it refuses the login, with the reason as far as WordPress tells it
 */
export async function proveLogin(
  http: Http,
  facts: Pick<SiteFacts, 'hasApplicationPasswords'>,
): Promise<RemoteUser> {
  const answer = await http.login().catch((error: unknown) => {
    if (!(error instanceof SiteError) || error.status !== 401 || error.endsRun) throw error
    if (!facts.hasApplicationPasswords) throw withoutPasswords(http.url, error)
    // WordPress has no other code for a wrong login either, unless a plugin makes it look earlier.
    throw error.code === 'rest_not_logged_in' ? doubtfulLogin(http.url, error) : error
  })
  return decodeUser(answer.body)
}

/**
 * Whoever may not write posts may not read drafts either, and lists of posts are refused.
 *
 * @throws SiteError where that is so
 */
export function mayWrite(url: string, user: RemoteUser): RemoteUser {
  if (user.capabilities.has('edit_posts')) return user
  throw new SiteError(say`The user "${user.name}" may not write posts on ${url}.`, {
    status: 403,
    advice: say`It is a Subscriber, or has no role on this site: log in as a Contributor at least to write drafts, as an Author to publish, as an Editor to write the posts of others, too.`,
  })
}

function withoutPasswords(url: string, cause: SiteError): SiteError {
  return new SiteError(say`${url} accepts no application passwords, so no login can work.`, {
    status: cause.status,
    code: cause.code,
    cause,
    advice: say`WordPress accepts them over https only, and plugins can switch them off: see wp-admin > Users > Profile, or Tools > Site Health. A site on this machine needs WP_ENVIRONMENT_TYPE "local" in its wp-config.php.`,
  })
}

function doubtfulLogin(url: string, cause: SiteError): SiteError {
  return new SiteError(say`${url} refuses the login: it is wrong, or it never reached WordPress.`, {
    status: cause.status,
    code: cause.code,
    cause,
    advice: joinSentences(
      WRONG_LOGIN,
      say`If both are right, the web server, or a proxy before it, keeps the Authorization header to itself: let it through with one of these, or ask the host to; then run the command again.`,
    ),
    example: PASS_AUTHORIZATION,
  })
}

/** The login did not reach WordPress, which is known. */
export function droppedLogin(url: string, cause: SiteError): SiteError {
  return new SiteError(say`${url} refuses the login, since none reached WordPress.`, {
    status: cause.status,
    code: cause.code,
    cause,
    advice: say`Its web server, or a proxy before it, keeps the Authorization header to itself. Let it through with one of these, or ask the host to; then run the command again.`,
    example: PASS_AUTHORIZATION,
  })
}
