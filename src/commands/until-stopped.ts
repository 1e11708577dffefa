import { once } from 'node:events'

/** Waits until the process is told to stop, by Ctrl+C or otherwise. */
export async function untilStopped(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
}
