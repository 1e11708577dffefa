import { SiteError } from '../site/errors.ts'
import { attempt } from './changes/attempt.ts'
import type { Result } from './types.ts'

/** Does one step after the other, until an error ends the run. It is told once; every later step is skipped. */
export class UntilEnded {
  #hasEnded = false

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Does a step, and notices where it ends the run. */
  async attempt(act: () => Promise<Result>): Promise<Result> {
    return this.#hasEnded ? SKIPPED : this.note(await attempt(act))
  }

  /** Notices where something that was done ended the run; what ends it again is no news. */
  note(result: Result): Result {
    if (!(result.error instanceof SiteError && result.error.endsRun)) return result
    if (this.#hasEnded) return SKIPPED
    this.#hasEnded = true
    return result
  }
}

const SKIPPED: Result = { status: 'skipped' }
