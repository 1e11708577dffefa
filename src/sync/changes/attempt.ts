/** What became of something that threw. */
export interface Failed {
  readonly status: 'failed'
  readonly error: Error
}

/** One failed change never stops the others: every error, a bug of this program included, becomes its result. */
export async function attempt<T>(run: () => Promise<T>): Promise<T | Failed> {
  try {
    return await run()
  } catch (error) {
    return { status: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
  }
}
