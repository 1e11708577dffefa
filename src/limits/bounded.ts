import vm from 'node:vm'
import { MOST_MILLISECONDS } from './sizes.ts'

/** A piece of work that took too long, or whose input is nested too deep for it. */
export class ExcessError extends Error {
  override readonly name = 'ExcessError'
  readonly kind: 'time' | 'depth'

  constructor(kind: ExcessError['kind'], cause?: unknown) {
    super(kind === 'time' ? 'It takes too long to be read.' : 'It is nested too deep to be read.', { cause })
    this.kind = kind
  }
}

const context = vm.createContext({ work: undefined })
const script = new vm.Script('work()')

/**
 * Does a piece of work that waits for nothing, and stops it where it does not come to an end. V8 looks at the clock in
 * loops and in the backtracking of regular expressions, too. What it was changing is then half changed.
 *
 * @throws ExcessError where it takes longer on the clock than it may, or calls itself too deep
 */
export function bounded<Result>(work: () => Result, milliseconds = MOST_MILLISECONDS): Result {
  let result: { readonly value: Result } | undefined
  try {
    context.work = () => {
      result = { value: work() }
    }
    script.runInContext(context, { timeout: milliseconds })
  } catch (error) {
    const kind = excessOf(error)
    throw kind === undefined ? error : new ExcessError(kind, error)
  } finally {
    context.work = undefined
  }
  if (result === undefined) throw new Error('The work was not done.')
  return result.value
}

function excessOf(error: unknown): ExcessError['kind'] | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  // It comes from the realm of the context, of whose classes it is.
  if ('code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'time'
  return error instanceof RangeError && error.message.includes('call stack') ? 'depth' : undefined
}
