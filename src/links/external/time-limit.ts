/**
 * Runs `work` with a signal that aborts when the time is up or `run` aborts, whichever comes first.
 *
 * AbortSignal.any and AbortSignal.timeout would do, but Node 20 may collect such a signal before it aborts.
 */
export async function withinTime<T>(
  milliseconds: number,
  run: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const stop = (): void => controller.abort(run.reason)
  const timer = setTimeout(stop, milliseconds)
  run.addEventListener('abort', stop)
  if (run.aborted) stop()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    run.removeEventListener('abort', stop)
  }
}
