/** What a process is told to end with, and its exit code then, as shells report it: 128 and the number of the signal. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

export type StopSignal = keyof typeof EXIT_CODES

type Listener = (signal: StopSignal) => void

/** Milliseconds: a terminal sends Ctrl+C to every process in it, and npm hands it on to its own once more. */
const ONE_PRESS = 500

const SIGNALS = Object.keys(EXIT_CODES) as StopSignal[]

let listeners: readonly Listener[] = []
let heardAt: number | undefined

/**
 * Calls somebody once where the process is to end: by Ctrl+C, by whoever closes the terminal, by a supervisor. Told again
 * half a second later or more, it ends at once.
 *
 * @returns what takes that back
 */
export function onStop(listener: Listener): () => void {
  if (listeners.length === 0 && heardAt === undefined) for (const signal of SIGNALS) process.on(signal, hear)
  // The latest first: what is under way ends before the whole is told to have ended.
  listeners = [listener, ...listeners]
  return () => {
    listeners = listeners.filter((other) => other !== listener)
    // Once it is to end, the same press may come a second time.
    if (listeners.length === 0 && heardAt === undefined) endAsEver()
  }
}

/** Whether anybody would be called. */
export function isStopHeard(): boolean {
  return listeners.length > 0
}

/** Takes all back. */
export function forgetStops(): void {
  listeners = []
  if (heardAt === undefined) endAsEver()
}

export function exitCodeOf(signal: StopSignal): number {
  return EXIT_CODES[signal]
}

function hear(signal: StopSignal): void {
  const now = performance.now()
  if (heardAt === undefined) {
    heardAt = now
    for (const listener of listeners) listener(signal)
  } else if (now - heardAt >= ONE_PRESS) {
    endAsEver()
    process.kill(process.pid, signal)
  }
}

/** Leaves signals to what Node does of itself. */
function endAsEver(): void {
  for (const signal of SIGNALS) process.removeListener(signal, hear)
}
