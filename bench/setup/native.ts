import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { unpackNewerWordPress } from '../../test/native/newer-packages.ts'
import { openNativeWordPress } from '../../test/native/open.ts'
import { installPackages } from '../../test/native/packages.ts'
import type { NativeServer } from '../../test/native/serve.ts'
import type { Native } from '../bench.ts'

/** A native WordPress that is started when it is first asked for. */
export interface LazyNative {
  /** Emptied at each call. */
  readonly open: () => Promise<Native>
  readonly stop: () => Promise<void>
}

/** @param suite of Debian */
export function lazyNative(suite: string): LazyNative {
  let started: ReturnType<typeof startServer> | undefined
  return {
    open: async () => {
      started ??= startServer(suite)
      const { server } = await started
      return { server, site: await openNativeWordPress(server, '/archives/%post_id%') }
    },
    stop: async () => {
      await (await started)?.stop()
    },
  }
}

/** Serves a WordPress as the tests do, in a process that ends with this one. */
async function startServer(suite: string): Promise<{ server: NativeServer; stop: () => Promise<void> }> {
  installPackages()
  const folder = await unpackNewerWordPress(suite)
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/native/serve.ts', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    closed.then(() => Promise.reject(new Error('The native WordPress did not start.'))),
  ])
  return {
    server: JSON.parse(String(line[0])) as NativeServer,
    stop: async () => {
      child.stdin.end()
      await closed
    },
  }
}
