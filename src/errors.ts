import { say } from './language/say.ts'

/** What the process exits with; part of the commands' contract, stated in docs/commands.md. */
export const ExitCode = {
  ok: 0,
  content: 1,
  usage: 2,
  site: 3,
  stopped: 4,
  partial: 5,
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** Whether an error is a bug in Rensai and no failure that we expect. */
export function isBug(error: unknown): boolean {
  return !(error instanceof UserError)
}

/** Whether something was left undone because somebody else was at it. */
export function isStopped(error: unknown): boolean {
  return error instanceof UserError && error.exitCode === ExitCode.stopped
}

/** What to do about a bug. */
export const BUG_ADVICE = say`Run it again with --debug and report what it prints.`

/**
 * A failure that we expect and can advise on. Anything else that is thrown is a bug in Rensai.
 *
 * `message` says what is wrong in one sentence; `advice` what to do about it. Neither ever holds a secret.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly advice: string
  readonly exitCode: ExitCode
  /** Lines to copy, where the remedy takes some. */
  readonly example: string | undefined

  constructor(
    message: string,
    options: { advice: string; exitCode: ExitCode; example?: string | undefined; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.advice = options.advice
    this.exitCode = options.exitCode
    this.example = options.example
  }
}
