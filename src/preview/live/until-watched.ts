import { setTimeout } from 'node:timers/promises'

/** Between two looks at what is watched, milliseconds. */
const PAUSE = 100

/** A machine that takes longer than so many looks has told of some of the files by then. */
const MOST_LOOKS = 100

/**
 * Waits until a watcher has gone through the folders that were added to it; what is saved before that it does not tell of.
 * chokidar says `ready` for what it began with alone.
 */
export async function untilWatched(watcher: {
  readonly getWatched: () => Readonly<Record<string, readonly string[]>>
}): Promise<void> {
  const count = (): number =>
    Object.values(watcher.getWatched()).reduce((sum, names) => sum + names.length, 0)
  let before = -1
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const now = count()
    if (now === before) return
    before = now
    await setTimeout(PAUSE)
  }
}
