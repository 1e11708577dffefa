import { statSync } from 'node:fs'

/**
 * Vite's watcher (chokidar) says nothing of a change that follows another one of the same file within 50 ms, and nothing
 * of what follows those; a second look after that finds it. Milliseconds.
 */
const LATER = 120

/**
 * Makes what looks at files once more a little later, and reports those that are no longer as they were when they were
 * about to be read. Call it before reading.
 *
 * @param take told of each file that was written meanwhile, by its absolute path
 */
export function lookAgain(take: (file: string) => void): (files: Iterable<string>) => void {
  const waiting = new Map<string, NodeJS.Timeout>()
  return (files) => {
    for (const file of files) {
      const before = stateOf(file)
      clearTimeout(waiting.get(file))
      const timer = setTimeout(() => {
        waiting.delete(file)
        if (stateOf(file) !== before) take(file)
      }, LATER)
      // It keeps no process running that has been told to stop.
      waiting.set(file, timer.unref())
    }
  }
}

/** Changes with every write; the same for every file that is not there. */
function stateOf(file: string): string {
  try {
    const stats = statSync(file, { bigint: true, throwIfNoEntry: false })
    return stats === undefined ? '' : [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join()
  } catch {
    // Not to be looked at, as where a folder on the way may not be entered: that does not change by writing.
    return ''
  }
}
