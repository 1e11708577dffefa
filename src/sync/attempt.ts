import type { Outcome } from './types.ts'

/** One failed change never stops the others; what is a bug and not a failure is thrown on. */
export async function attempt(run: () => Promise<Omit<Outcome, 'change'>>): Promise<Omit<Outcome, 'change'>> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error) return { status: 'failed', error }
    throw error
  }
}
