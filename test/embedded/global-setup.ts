import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type EmbeddedWordPress, startEmbeddedWordPress } from './wordpress.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Only in the project `wordpress`: the address that empties its WordPress, and says how to reach it. */
    embeddedWordPress: string
  }
}

/** Keeps one embedded WordPress for the suites of a run, from the first that asks for one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<EmbeddedWordPress> | undefined
  const server = createServer(async ({ url = '' }, response) => {
    try {
      started ??= startEmbeddedWordPress()
      const permalink = new URL(url, 'http://127.0.0.1').searchParams.get('permalink') ?? ''
      response.end(JSON.stringify(await (await started).empty(permalink)))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  project.provide('embeddedWordPress', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return async () => {
    server.close()
    await (await started)?.stop()
  }
}
