import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Plugin, ViteDevServer } from 'vite'
import type { Config } from '../../config/types.ts'
import { ASSETS, findAssets } from '../assets.ts'
import type { Host } from '../document.ts'
import { type Answer, answer } from './answer.ts'
import { loadVite } from './load-vite.ts'
import { lookAgain } from './look-again.ts'
import { savedSince } from './saved-since.ts'
import { untilWatched } from './until-watched.ts'
import { listArticleFiles, watchedPaths } from './watched-paths.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

export interface LiveOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Somebody else wrote the project: nothing of it is run. @default false */
  readonly untrusted?: boolean
  /** Where that is in use, the next free one is taken. @default 5173 */
  readonly port?: number | undefined
  /** Asked once when wp.config.json names other plugins, which are programs. @default they do not run */
  readonly mayRun?: (plugins: Config['plugins']) => Promise<boolean>
  /** Told when changed files have been taken in and the open pages know; `seen` is when the first was noticed. */
  readonly onUpdate?: (update: { readonly workspace: Workspace; readonly seen: number }) => void
}

export interface LivePreview {
  readonly url: string
  readonly workspace: Workspace
  readonly close: () => Promise<void>
}

/** Saving a file makes several events; those that follow at once belong to the same save. Milliseconds. */
const SETTLE = 5

/**
 * Serves the preview on this machine, and keeps open pages up to date with what is saved.
 *
 * @throws UserError where Vite is not installed, or the project cannot be compiled for the first time
 */
export async function serveLive(options: LiveOptions): Promise<LivePreview> {
  const { createServer } = await loadVite()
  const begun = Date.now()
  const workspace = await openWorkspace(options.config, options.untrusted)
  const server = await createServer({
    configFile: false,
    // Where Vite looks for scripts to transform: live.js and what it imports, and nothing of the project.
    root: ASSETS,
    appType: 'custom',
    publicDir: false,
    envDir: false,
    logLevel: 'silent',
    // Nothing is kept there, and a folder of the project could be a link out of it.
    cacheDir: path.join(ASSETS, '.vite'),
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      host: '127.0.0.1',
      ...(options.port === undefined ? {} : { port: options.port }),
      hmr: { overlay: false },
      fs: { strict: true, allow: [ASSETS] },
      watch: { ignored: ['**/.sandbox/**', '**/dist/**'], followSymlinks: false },
    },
    plugins: [pages(workspace, begun, options)],
  })
  await server.listen()
  return {
    url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '',
    workspace,
    close: () => server.close(),
  }
}

/**
 * Answers for every address of the preview, and turns saved files into updates of the open pages.
 *
 * @param begun when the workspace began to be read, in milliseconds since 1970
 */
function pages(workspace: Workspace, begun: number, { config, mayRun, onUpdate }: LiveOptions): Plugin {
  const nonce = randomBytes(18).toString('base64url')
  const assets = findAssets(workspace.snapshot().config)
  let updating = Promise.resolve()

  const respond = async (request: IncomingMessage): Promise<Answer | undefined> => {
    await updating
    const snapshot = workspace.snapshot()
    const host: Host = {
      styles: assets.styles,
      scripts: snapshot.config.preview.scripts,
      live: { script: '/live.js', nonce },
      problem: workspace.problem(),
    }
    return await answer(new URL(request.url ?? '/', 'http://localhost').pathname, { snapshot, assets, host })
  }

  return {
    name: 'rensai-preview',
    configureServer: (server) => {
      const changed = new Set<string>()
      let seen = 0
      const watched = new Set<string>()
      // Adding a folder again would have it read again.
      const watch = async (since: number): Promise<void> => {
        const added = watchedPaths(workspace.snapshot()).filter((one) => !watched.has(one))
        if (added.length === 0) return
        for (const one of added) watched.add(one)
        server.watcher.add(added)
        await untilWatched(server.watcher)
        const gone = listArticleFiles(workspace.snapshot()).filter((file) => !existsSync(file))
        for (const file of [...savedSince(added, since), ...gone]) take(file)
      }
      const take = (file: string): void => {
        if (changed.size === 0) {
          seen = performance.now()
          // Whatever goes wrong with one save, the next one is taken in.
          updating = updating.then(() => update(server)).catch((error: unknown) => workspace.fail(error))
        }
        changed.add(path.resolve(file))
      }
      const secondLook = lookAgain(take)
      server.watcher.on('all', (event, file) => {
        if (event !== 'addDir' && event !== 'unlinkDir') take(file)
      })
      // A folder that cannot be watched, as where the system allows no more watchers, must not end the preview.
      server.watcher.on('error', (error) => workspace.fail(error))
      const ask = askOnce(workspace, mayRun, () => take(config))
      watch(begun).catch((error: unknown) => workspace.fail(error))
      const update = async ({ environments }: ViteDevServer): Promise<void> => {
        await setTimeout(SETTLE)
        const files = new Set(changed)
        const since = seen
        const readFrom = Date.now()
        changed.clear()
        secondLook(files)
        await workspace.update(files)
        watch(readFrom).catch((error: unknown) => workspace.fail(error))
        environments.client.hot.send('preview:update', {})
        onUpdate?.({ workspace, seen: since })
        void ask()
      }
      server.middlewares.use((request, response, next) => {
        if (isOfEditor(request)) {
          response.writeHead(404).end()
          return
        }
        respond(request).then((found) => {
          if (found === undefined) next()
          else send(response, found)
        }, next)
      })
    },
    // Vite's own idea of what a changed file means does not apply to articles.
    hotUpdate: () => [],
  }
}

/** Asks about plugins that are new, one question at a time and about the same ones once; the preview goes on meanwhile. */
function askOnce(
  workspace: Workspace,
  mayRun: LiveOptions['mayRun'],
  runAgain: () => void,
): () => Promise<void> {
  let isAsking = false
  let answered: Config['plugins'] | undefined
  return async function ask(): Promise<void> {
    const other = workspace.otherPlugins()
    if (mayRun === undefined || isAsking || other === undefined || isDeepStrictEqual(other, answered)) return
    isAsking = true
    const isTrusted = await mayRun(other)
    isAsking = false
    answered = other
    if (isTrusted) {
      workspace.trust(other)
      runAgain()
    } else await ask()
  }
}

/** Vite would open a file of this machine in an editor for whoever asks; pages of ours never do. */
function isOfEditor({ url = '' }: IncomingMessage): boolean {
  return /^\/+__open-in-editor/i.test(url)
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  response.end(body)
}
