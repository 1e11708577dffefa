/** Where commands print: reports for people to stderr, documents and JSON to stdout. */
export interface Output {
  /** A report for people. */
  readonly say: (text: string) => void
  /** The document that was asked for. */
  readonly print: (text: string) => void
  /** Shows `text` while `work` goes on; in a log nothing moves, so nothing is shown there. */
  readonly during: <T>(text: string, work: (update: (text: string) => void) => Promise<T>) => Promise<T>
}

/** The process's own streams. */
export const terminal: Output = {
  say: (text) => {
    process.stderr.write(`${text}\n`)
  },
  print: (text) => {
    process.stdout.write(`${text}\n`)
  },
  during: async (text, work) => {
    // Loaded here, since most runs in a log never show it.
    const { default: ora } = await import('ora')
    const spinner = ora({ text, stream: process.stderr, isSilent: !process.stderr.isTTY }).start()
    try {
      return await work((update) => {
        spinner.text = update
      })
    } finally {
      spinner.stop()
    }
  },
}
