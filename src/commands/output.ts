import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { fitLines } from '../report/fit.ts'
import { printable } from '../report/printable.ts'
import { toDocument, toReport } from '../report/stream.ts'
import { isStopHeard, onStop } from './stop-signals.ts'

/** Where commands print: reports for people to stderr, documents and JSON to stdout. */
export interface Output {
  /** A report for people. */
  readonly say: (text: string) => void
  /** The document that was asked for. */
  readonly print: (text: string) => void
  /** Shows `text` while `work` goes on; in a log nothing moves, so nothing is shown there. */
  readonly during: <T>(text: string, work: (update: (text: string) => void) => Promise<T>) => Promise<T>
  /**
   * Asks the person at the terminal.
   *
   * @throws UserError (usage) where there is nobody to ask
   */
  readonly confirm: (question: string) => Promise<boolean>
}

/** The process's own streams: whatever is printed passes here, so nothing but lines and our colours comes out. */
export const terminal: Output = {
  say: (text) => {
    const { isTTY, columns } = process.stderr
    const report = toReport(text)
    // A log breaks no line. A terminal that does not know its width gives 0.
    process.stderr.write(`${isTTY && columns > 0 ? fitLines(report, columns) : report}\n`)
  },
  print: (text) => {
    process.stdout.write(`${toDocument(text)}\n`)
  },
  during: async (text, work) => {
    // A terminal that does not know its width gives 0, by which ora would divide and never end.
    if (!process.stderr.isTTY || process.stderr.columns === 0) return await work(() => {})
    const { default: ora } = await import('ora')
    // With discardStdin ora puts the terminal into raw mode and does not read it, so that Ctrl+C is lost.
    const spinner = ora({
      text: printable(text),
      stream: process.stderr,
      discardStdin: false,
    }).start()
    const stop = () => {
      spinner.stop()
    }
    // The spinner would draw itself once more below what is said of an interruption. Where nobody listens, Ctrl+C must
    // go on to end the process.
    const forget = isStopHeard() ? onStop(stop) : undefined
    try {
      return await work((update) => {
        spinner.text = printable(update)
      })
    } finally {
      forget?.()
      stop()
    }
  },
  confirm: async (question) => {
    if (!canAsk()) {
      throw new UserError(say`There is no terminal to ask at.`, {
        advice: say`Look at what was shown, then run the command again with --yes.`,
        exitCode: ExitCode.usage,
      })
    }
    const { default: ask } = await import('@inquirer/confirm')
    const transformer = (answer: boolean): string => (answer ? say`Yes` : say`No`)
    const settings = { message: printable(question), default: false, transformer }
    return await ask(settings, { output: process.stderr })
  },
}

/** Whether somebody sits at the terminal who can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** Whoever reads us with `head` may have enough before all is said; what was begun goes on all the same. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

/** Waits until all that was said has left the process, or nobody reads it any more. */
export async function untilWritten(): Promise<void> {
  const streams = [process.stdout, process.stderr]
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.write('', resolve))))
}
