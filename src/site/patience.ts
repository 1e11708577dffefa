import { setTimeout as sleep } from 'node:timers/promises'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
import { SiteError } from './errors.ts'

/** A pause before something is tried again. */
export interface Pause {
  /** Why, within a sentence: `the site answered 503`. */
  readonly reason: string
  /** Milliseconds. */
  readonly length: number
  /** True where the site itself asked for it (Retry-After). */
  readonly isAsked: boolean
  /** Which try comes after it; the second is the first of these. */
  readonly attempt: number
}

export interface PatienceOptions {
  /**
   * How often something is tried again after a failure that may pass.
   *
   * @default 4
   */
  readonly retries?: number
  /** Told before each pause, for whoever is waiting. */
  readonly onPause?: (pause: Pause) => void
  /** Ends all waiting. */
  readonly signal?: AbortSignal
}

/** Before reads are sent again, in milliseconds; nothing depends on whether the site still works on the first one. */
const AFTER_READ = [300, 600, 1_200, 2_400]

/** Before looking whether a write without an answer was carried out: a site goes on with what we gave up on. */
const AFTER_WRITE = [500, 2_000, 5_000, 10_000]

/** A site that asks for more patience than this, in milliseconds, ends the run: nobody watches it for so long. */
const MOST_ASKED = 120_000

/** Waits for a site that is in trouble, a little longer each time, and tells so before. */
export class Patience {
  readonly #retries: number
  readonly #onPause: (pause: Pause) => void
  readonly #signal: AbortSignal | undefined
  readonly #afterWrites = new Map<string, Promise<void>>()

  constructor({ retries = 4, onPause = () => {}, signal }: PatienceOptions = {}) {
    this.#retries = retries
    this.#signal = signal
    this.#onPause = onPause
  }

  /**
   * Waits before something is tried again. Writes that fail alike at the same time wait together, so that it is told once
   * and they are looked for in one request.
   *
   * @param error what the last try ended with
   * @param attempt how many tries there were
   * @param kind a write is looked for after the pause, before it is sent again
   * @throws `error` itself where it will not pass, or passed often enough; SiteError where the site asks for hours
   */
  async wait(error: unknown, attempt: number, kind: 'read' | 'write'): Promise<void> {
    const isWorthIt =
      error instanceof SiteError && (error.mayPass || (kind === 'write' && error.outcomeUnknown))
    if (!isWorthIt || this.#signal?.aborted === true) throw error
    if (error.retryAfter > MOST_ASKED) throw asksForLong(error)
    if (attempt > this.#retries) throw error
    const pauses = kind === 'read' ? AFTER_READ : AFTER_WRITE
    const own = (pauses[attempt - 1] ?? pauses.at(-1) ?? 0) * (0.75 + Math.random() / 2)
    const isAsked = error.retryAfter > own
    const length = Math.round(isAsked ? error.retryAfter : own)
    const pause = async (): Promise<void> => {
      this.#onPause({ reason: error.short, length, isAsked, attempt: attempt + 1 })
      await sleep(length, undefined, { signal: this.#signal })
    }
    if (kind === 'read') return await pause()
    const name = `${attempt} ${error.retryAfter} ${error.short}`
    const known = this.#afterWrites.get(name)
    if (known !== undefined) return await known
    const waiting = pause().finally(() => this.#afterWrites.delete(name))
    this.#afterWrites.set(name, waiting)
    await waiting
  }
}

function asksForLong(error: SiteError): SiteError {
  const back = new Date(Date.now() + error.retryAfter)
  const answer = error.short.replace(/^the/, 'The')
  return new SiteError(say`${answer} and asks to be left alone for ${toDuration(error.retryAfter)}.`, {
    status: error.status,
    code: error.code,
    retryAfter: error.retryAfter,
    short: error.short,
    endsRun: true,
    advice: joinSentences(
      say`Run the command again after ${back.toLocaleString('sv')}; it goes on where it stopped.`,
      error.endsRun ? error.advice : '',
    ),
    cause: error,
  })
}

/** `20 s`, `5 min`, `3 h`. */
export function toDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  if (seconds < 120) return say`${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? say`${minutes} min` : say`${Math.round(minutes / 60)} h`
}
