import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { parseJson } from '../standards/json.ts'

/** Milliseconds for one answer of GitHub. */
const MOST_MILLISECONDS = 30_000

/** The most that GitHub answers at once. */
const PAGE = 100

/** A repository with ten thousand open issues is searched no further. */
const MOST_PAGES = 100

/** A repository on GitHub, as a workflow reaches it. */
export interface Repository {
  /** Address of the REST API, without a slash at the end. */
  readonly api: string
  /** `owner/name` */
  readonly name: string
  readonly token: string
}

export type Json = Readonly<Record<string, unknown>>

/**
 * Reads a list to its end, page by page.
 *
 * @param path below the repository, such as `/issues?state=open`
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export async function* listAllOf(repository: Repository, path: string): AsyncGenerator<Json> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const separator = path.includes('?') ? '&' : '?'
    const items = await ask(repository, 'GET', `${path}${separator}per_page=${PAGE}&page=${page}`)
    if (!Array.isArray(items)) throw unexpected(repository)
    yield* items as Json[]
    if (items.length < PAGE) return
  }
}

/**
 * Asks for one thing, or changes one; nothing is ever sent twice.
 *
 * @throws UserError (site) with what GitHub said
 */
export async function send(
  repository: Repository,
  method: 'POST' | 'PATCH',
  path: string,
  body: Json,
): Promise<Json> {
  const answer = await ask(repository, method, path, body)
  if (typeof answer !== 'object' || answer === null) throw unexpected(repository)
  return answer as Json
}

async function ask(
  { api, name, token }: Repository,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: Json,
): Promise<unknown> {
  const response = await fetch(`${api}/repos/${name}${path}`, {
    method,
    // A redirect would take the token elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(MOST_MILLISECONDS),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      'user-agent': 'rensai',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new UserError(say`GitHub cannot be reached at ${api}.`, {
      advice: say`Run the job again.`,
      exitCode: ExitCode.site,
      cause,
    })
  })
  const text = await response.text()
  if (response.ok) return parseJson(text)
  throw new UserError(say`GitHub answers ${response.status} to ${method} ${path}: ${messageOf(text)}`, {
    advice:
      response.status === 403 || response.status === 404
        ? say`Give the job the permission that docs/ci.md names, and let GitHub Actions create pull requests.`
        : say`Run the job again.`,
    exitCode: ExitCode.site,
  })
}

function messageOf(text: string): string {
  const answer = parseJson(text)
  const told = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : text
  return String(told).slice(0, 200)
}

function unexpected({ api }: Repository): UserError {
  return new UserError(say`What answers at ${api} is not GitHub.`, {
    advice: say`Look at GITHUB_API_URL.`,
    exitCode: ExitCode.site,
  })
}
