import vm from 'node:vm'
import { MOST_MILLISECONDS } from './sizes.ts'

/** A piece of work that took too long, or whose input is nested too deep for it or has too many signs. */
export class ExcessError extends Error {
  override readonly name = 'ExcessError'
  readonly kind: 'time' | 'depth' | 'signs'

  constructor(kind: ExcessError['kind'], cause?: unknown) {
    super(`It has too much of something to be read: ${kind}.`, { cause })
    this.kind = kind
  }
}

/** When what is being watched has to end, by `performance.now()`. */
let deadline = Number.POSITIVE_INFINITY

const context = vm.createContext({ work: undefined })
const script = new vm.Script('work()')

/**
 * Does a piece of work that waits for nothing, and stops it where it does not come to an end. V8 looks at the clock in
 * loops and in the backtracking of regular expressions, too. What it was changing is then half changed. Work within other
 * work that has to end before is not watched once more: to begin that takes a third of a millisecond.
 *
 * @throws ExcessError where it takes longer on the clock than it may, or calls itself too deep
 */
export function bounded<Result>(work: () => Result, milliseconds = MOST_MILLISECONDS): Result {
  const outer = { deadline, work: context.work }
  const end = performance.now() + milliseconds
  let result: { readonly value: Result } | undefined
  const keep = (): void => {
    result = { value: work() }
  }
  try {
    if (end >= deadline) keep()
    else {
      deadline = end
      context.work = keep
      script.runInContext(context, { timeout: milliseconds })
    }
  } catch (error) {
    const kind = excessOf(error)
    throw kind === undefined ? error : new ExcessError(kind, error)
  } finally {
    deadline = outer.deadline
    context.work = outer.work
  }
  if (result === undefined) throw new Error('The work was not done.')
  return result.value
}

/** Milliseconds that many things may take together until one is looked at alone: ten times what they usually do. */
const TOGETHER = 3_000

/**
 * Does the same piece of work for many things, one after another, each of which may take as long as {@link bounded} lets it.
 * They are watched together as long as all of them are quick.
 *
 * @param work sees itself to what takes too long or is nested too deep; it may be begun twice
 * @param milliseconds that they may take together
 */
export function boundedEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  milliseconds = TOGETHER,
): Result[] {
  const results: Result[] = []
  while (results.length < items.length) {
    try {
      bounded(() => {
        for (const item of items.slice(results.length)) results.push(work(item))
      }, milliseconds)
    } catch (error) {
      if (!(error instanceof ExcessError) || error.kind !== 'time') throw error
      // All of them took too long together, or this one did, which is found out alone.
      for (const item of items.slice(results.length, results.length + 1)) results.push(work(item))
    }
  }
  return results
}

function excessOf(error: unknown): ExcessError['kind'] | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  // It comes from the realm of the context, of whose classes it is.
  if ('code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'time'
  return error instanceof RangeError && error.message.includes('call stack') ? 'depth' : undefined
}
