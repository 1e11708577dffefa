import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onLoopback } from './loopback.ts'
import { loadPlayground } from './packages.ts'
import { phpSettingsFile, SCANNED_FILE } from './php-settings.ts'
import { mayBegin } from './under-way.ts'

export interface RunningWordPress {
  readonly url: string
  /** Runs PHP inside WordPress and returns what it prints. */
  readonly runPhp: (code: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** More PHP workers gain nothing on two cores, and each one adds to the start. */
const WORKERS = 2

/**
 * Boots WordPress in PHP compiled to WebAssembly and serves it on the loopback address only.
 *
 * @param folder the unpacked WordPress; its database is kept there
 * @param port the port to listen on
 */
export async function serveWordPress(folder: string, port: number): Promise<RunningWordPress> {
  const { runCLI } = await loadPlayground()
  const url = `http://127.0.0.1:${port}`
  const cli = await onLoopback(() =>
    runCLI({
      command: 'server',
      // Closed again as soon as it is up: it answers 502 until then.
      port: 0,
      'site-url': url,
      php: '8.3',
      workers: WORKERS,
      verbosity: 'quiet',
      wordpressInstallMode: 'install-from-existing-files-if-needed',
      'mount-before-install': [
        { hostPath: folder, vfsPath: '/wordpress' },
        { hostPath: phpSettingsFile(folder), vfsPath: SCANNED_FILE },
      ],
    }),
  )
  const server = createServer()
  const answer = cli.server.listeners('request') as RequestListener[]
  server.on('request', (request, response) => {
    const begin = async (): Promise<void> => {
      for (const listener of answer) listener(request, response)
      await once(response, 'close')
    }
    // Otherwise there is no answer: whoever asks ends, too.
    mayBegin(begin)
  })
  cli.server.close()
  cli.server.closeAllConnections()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  // The runtime answers its very first request with a redirect, which would turn a POST into a GET.
  await fetch(`${url}/wp-json/`, { redirect: 'manual' })

  return {
    url,
    runPhp: async (code) => (await cli.playground.run({ code })).text,
    stop: async () => {
      await close(server)
      await cli[Symbol.asyncDispose]()
    },
  }
}

/** The wanted port where it is free, so that addresses in stored posts stay right; otherwise any. */
export async function choosePort(wanted: number | undefined): Promise<number> {
  const probe = createServer()
  const listen = async (port: number): Promise<number> => {
    probe.listen(port, '127.0.0.1')
    await once(probe, 'listening')
    return (probe.address() as AddressInfo).port
  }
  try {
    return await listen(wanted ?? 0).catch(() => listen(0))
  } finally {
    await close(probe)
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => {
    server.close(resolve)
  })
}
