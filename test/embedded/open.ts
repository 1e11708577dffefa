import type { Sandbox } from '../../src/sandbox/start.ts'
import type { OpenEmbedded } from './wordpress.ts'

/**
 * Empties the embedded WordPress of this run and gives it a permalink structure; it goes on running afterwards.
 *
 * @param server what the global setup listens at
 */
export async function openEmbeddedWordPress(server: string, permalink: string): Promise<Sandbox> {
  const response = await fetch(`${server}/?${new URLSearchParams({ permalink })}`)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return { ...(JSON.parse(text) as OpenEmbedded), stop: async () => {} }
}
