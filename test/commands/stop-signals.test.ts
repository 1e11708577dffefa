import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'

/** @param work what is done when the process is told to stop */
async function start(work: string): Promise<ChildProcess> {
  const module = new URL('../../src/commands/stop-signals.ts', import.meta.url).href
  const program = `
    import { exitCodeOf, onStop } from '${module}'
    setInterval(() => {}, 1000)
    onStop((signal) => { ${work} })
    console.log('ready')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

const LATER = `console.log('heard'); setTimeout(() => process.exit(exitCodeOf(signal)), 100)`

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s is waited for, also where one press comes twice', async (signal, exitCode) => {
  const child = await start(LATER)
  const closed = once(child, 'close')
  child.kill(signal)
  await once(child.stdout as Readable, 'data')
  child.kill(signal)
  await closed
  expect([child.exitCode, child.signalCode]).toEqual([exitCode, null])
})

test('told again later, the process ends at once', async () => {
  const child = await start('')
  const closed = once(child, 'close')
  const again = setInterval(() => child.kill('SIGINT'), 100)
  await closed
  clearInterval(again)
  expect([child.exitCode, child.signalCode]).toEqual([null, 'SIGINT'])
})
