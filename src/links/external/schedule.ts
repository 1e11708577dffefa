import pLimit from 'p-limit'
import PQueue from 'p-queue'

/** Lets requests go as fast as is polite. */
export interface Schedule {
  /** Runs `request` when its host's turn has come. */
  readonly run: <T>(url: URL, request: () => Promise<T>, signal: AbortSignal) => Promise<T>
  /** Nothing is asked of the host for that long: it said so in Retry-After. */
  readonly rest: (url: URL, milliseconds: number) => void
}

/**
 * @param options.concurrency requests at once in all
 * @param options.perHost requests at once to one host
 * @param options.delayMs between the starts of two requests to one host
 */
export function createSchedule(options: {
  readonly concurrency: number
  readonly perHost: number
  readonly delayMs: number
}): Schedule {
  const limit = pLimit(options.concurrency)
  const hosts = new Map<string, PQueue>()

  function queueOf({ host }: URL): PQueue {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const { perHost, delayMs } = options
    const queue = new PQueue({ concurrency: perHost, interval: delayMs, intervalCap: 1 })
    hosts.set(host, queue)
    return queue
  }

  return {
    run: async (url, request, signal) => {
      const queue = queueOf(url)
      return await queue.add(
        () =>
          limit(async () => {
            signal.throwIfAborted()
            return await request()
          }),
        { signal },
      )
    },
    rest: (url, milliseconds) => {
      const queue = queueOf(url)
      queue.pause()
      setTimeout(() => queue.start(), milliseconds).unref()
    },
  }
}
