import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { installPackages } from './packages.ts'
import type { NativeServer } from './serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Only in the project `native`. */
    nativeServer: NativeServer
  }
}

/** Serves the native WordPress while the tests of the project run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  installPackages()
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/native/serve.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl+C reaches this process alone; the other one stops in order when its standard input ends.
    detached: true,
  })
  const closed = once(child, 'close')
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    closed.then(() => Promise.reject(new Error('The native WordPress did not start.'))),
  ])
  project.provide('nativeServer', JSON.parse(String(line[0])) as NativeServer)
  return async () => {
    child.stdin.end()
    await closed
  }
}
