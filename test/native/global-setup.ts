import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { unpackNewerWordPress } from './newer-packages.ts'
import { installPackages, PROGRAMS } from './packages.ts'
import type { NativeServer } from './serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Only in the projects of `SUITES`. */
    nativeServer: NativeServer
  }
}

/**
 * Where each project has its WordPress from: the oldest that is supported is what the machine's own Debian (bookworm)
 * installs, the others are unpacked from newer suites.
 */
const SUITES: ReadonlyMap<string, string | undefined> = new Map([
  ['native', undefined],
  ['native-newer', 'trixie'],
  ['native-newest', 'sid'],
])

/** Serves the native WordPress of a project while its tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  installPackages()
  const suite = SUITES.get(project.name)
  const wordpress = suite === undefined ? PROGRAMS.wordpress : await unpackNewerWordPress(suite)
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/native/serve.ts', wordpress], {
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
