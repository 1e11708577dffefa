import { onStop } from './stop-signals.ts'

/** Waits until the process is told to stop, by Ctrl+C or otherwise. */
export async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    onStop(() => resolve())
  })
}
