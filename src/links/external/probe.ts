import { setTimeout as sleep } from 'node:timers/promises'
import { say } from '../../language/say.ts'
import { retryAfterMs } from '../../standards/retry-after.ts'
import { findFragments } from './fragments.ts'
import { failureOf, judgeAnswer } from './judge.ts'
import type { Answer, Requester } from './request.ts'
import type { ProbeResult, Redirect } from './result.ts'
import type { Schedule } from './schedule.ts'
import { withinTime } from './time-limit.ts'

/** As many as browsers follow (Fetch standard, 4.4, has 20; the usual clients stop at 10). */
const MAX_REDIRECTS = 10

/** Whoever asks for a longer rest is left alone in this run. */
const MAX_RETRY_AFTER_MS = 30_000

const FIRST_RETRY_MS = 500

export interface ProbeSettings {
  /** How often a GET that failed for a passing reason is sent again. */
  readonly retries: number
  /** Milliseconds that one answer may take. */
  readonly timeoutMs: number
}

/** What a probe works with. */
export interface Tools {
  readonly requester: Requester
  readonly schedule: Schedule
  /** Ends the whole run. */
  readonly signal: AbortSignal
}

/**
 * Finds out whether an address can be opened: with HEAD, and where that fails, as many servers do not
 * understand it, with GET; where places in the page are asked for, with GET at once.
 *
 * @param url http or https
 * @param fragments places in the page that links name, without `#`
 */
export async function probe(
  url: URL,
  fragments: readonly string[],
  settings: ProbeSettings,
  tools: Tools,
): Promise<ProbeResult> {
  let retries = 0
  for (let method: 'HEAD' | 'GET' = fragments.length > 0 ? 'GET' : 'HEAD'; ; method = 'GET') {
    const trial = await attempt(url, method, fragments, settings, tools)
    if (trial.result.kind === 'ok' || trial.final || tools.signal.aborted) return trial.result
    if (method === 'GET') {
      if (!trial.passing || retries >= settings.retries) return trial.result
      retries += 1
    }
    const asked = trial.retryAfterMs
    if (asked !== undefined && asked > MAX_RETRY_AFTER_MS) return trial.result
    if (asked !== undefined) tools.schedule.rest(trial.at, asked)
    const pause = asked ?? (method === 'GET' ? FIRST_RETRY_MS * 2 ** (retries - 1) : 0)
    await sleep(pause, undefined, { signal: tools.signal }).catch(() => {})
  }
}

interface Trial {
  readonly result: ProbeResult
  /** The address that answered last. */
  readonly at: URL
  /** Nothing that another request could change. */
  readonly final: boolean
  /** It may be better a little later. */
  readonly passing: boolean
  readonly retryAfterMs: number | undefined
}

async function attempt(
  url: URL,
  method: 'HEAD' | 'GET',
  fragments: readonly string[],
  settings: ProbeSettings,
  tools: Tools,
): Promise<Trial> {
  const redirects: Redirect[] = []
  const seen = new Set<string>()
  let at = url
  const end = (result: ProbeResult, more: Partial<Trial> = {}): Trial => ({
    result,
    at,
    final: false,
    passing: false,
    retryAfterMs: undefined,
    ...more,
  })
  try {
    for (;;) {
      seen.add(at.href)
      const answer = await ask(at, method, fragments.length > 0, settings, tools)
      const location = locationOf(answer)
      if (location === undefined) {
        const found = findFragments(answer, fragments)
        return end(judgeAnswer(answer, redirects, found), {
          passing: [408, 429, 500, 502, 503, 504].includes(answer.status),
          retryAfterMs: retryAfterMs(answer.headers['retry-after'], Date.now()),
        })
      }
      const next = URL.canParse(location, at.href) ? new URL(location, at) : undefined
      if (next === undefined || !/^https?:$/.test(next.protocol)) {
        return end({ kind: 'down', reason: say`it leads on to "${location}", which is no web address` })
      }
      redirects.push({ status: answer.status, to: next.href })
      at = next
      if (seen.has(next.href)) {
        return end({ kind: 'refused', reason: say`it leads in a circle, as sites do that want cookies` })
      }
      if (redirects.length > MAX_REDIRECTS) {
        return end({ kind: 'down', reason: say`it leads on more than ${MAX_REDIRECTS} times` })
      }
    }
  } catch (error) {
    return end(...failureOf(error, at, settings.timeoutMs, tools.signal))
  }
}

async function ask(
  url: URL,
  method: 'HEAD' | 'GET',
  wantsBody: boolean,
  { timeoutMs }: ProbeSettings,
  { requester, schedule, signal }: Tools,
): Promise<Answer> {
  const request = (limited: AbortSignal): Promise<Answer> =>
    requester.ask(url, { method, wantsBody, signal: limited })
  return await schedule.run(url, () => withinTime(timeoutMs, signal, request), signal)
}

function locationOf({ status, headers }: Answer): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
}
