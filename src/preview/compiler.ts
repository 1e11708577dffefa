import type { Config } from '../config/types.ts'
import { checkGraph } from '../links/check-local.ts'
import { buildLinkGraph } from '../links/graph.ts'
import { createLinkTargets, type LinkTargets } from '../links/targets.ts'
import { readPosts } from '../posts/read.ts'
import { validatePosts } from '../posts/validate.ts'
import { type Entry, toEntry, usesPicture } from './entry.ts'
import { readChangedPosts } from './read-changed.ts'
import { isStillValid, renderRecorded } from './render-recorded.ts'
import { findRivals } from './rivals.ts'
import type { Article, Snapshot } from './snapshot.ts'

/** Compiles a folder again and again, doing only what a change makes necessary. */
export interface Compiler {
  /**
   * Brings the folder's snapshot up to date.
   *
   * @param changed absolute paths of the files that were written, added or removed since the last call; the
   *   first call reads everything
   * @throws UserError where there is no article at the first call, or a plugin cannot be loaded
   */
  readonly compile: (changed?: ReadonlySet<string>) => Promise<Snapshot>
}

/** Makes a compiler for a folder; nothing is read before its first call. */
export function createCompiler(config: Config): Compiler {
  let entries = new Map<string, Entry>()
  let addresses = ''
  let targets: LinkTargets = createLinkTargets([], config)

  return {
    compile: async (changed) => {
      entries = changed === undefined ? await readAll() : await readChanged(changed)
      aimLinks()
      await judge(changed ?? new Set())
      await render()
      return finish()
    },
  }

  async function readAll(): Promise<Map<string, Entry>> {
    return new Map((await readPosts(config)).map((source) => [source.key, toEntry(source, config)]))
  }

  async function readChanged(changed: ReadonlySet<string>): Promise<Map<string, Entry>> {
    const next = new Map(entries)
    for (const { key, source } of await readChangedPosts(changed, config)) {
      if (source === undefined) next.delete(key)
      else next.set(key, { ...toEntry(source, config), lastGood: entries.get(key)?.lastGood })
    }
    return new Map([...next].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** What links mean depends on every article's addresses, and so hardly ever changes. */
  function aimLinks(): void {
    const all = [...entries.values()]
    const known = JSON.stringify(all.map(({ address }) => address))
    if (known !== addresses) {
      targets = createLinkTargets(
        all.map(({ address }) => address),
        config,
      )
      for (const entry of all) entry.node = undefined
    }
    addresses = known
    for (const entry of all) entry.node ??= buildLinkGraph([entry.source], targets).get(entry.source.key)
  }

  async function judge(changed: ReadonlySet<string>): Promise<void> {
    const all = [...entries.values()]
    const drafts = all.map(({ draft }) => draft)
    const rivals = findRivals(drafts)
    const stale = all.filter(
      (entry) => entry.rivals !== rivals.get(entry.source.key) || usesPicture(entry, changed),
    )
    for (const entry of stale) {
      entry.source.file.messages = [...entry.readMessages]
      entry.rivals = rivals.get(entry.source.key)
      entry.rendered = undefined
    }
    const sources = stale.map(({ source }) => source)
    const posts = await validatePosts(sources, config, drafts)
    const byKey = new Map(posts.map((post) => [post.key, post]))
    for (const entry of stale) {
      entry.post = byKey.get(entry.source.key)
      entry.ownMessages = [...entry.source.file.messages]
    }
  }

  async function render(): Promise<void> {
    const stale = [...entries.values()].flatMap((entry) => {
      if (entry.post === undefined) return []
      const valid =
        entry.rendered !== undefined &&
        (entry.renderedWith === targets || isStillValid(entry.linkMeanings, entry.post, targets))
      if (valid) entry.renderedWith = targets
      return valid ? [] : [{ entry, post: entry.post }]
    })
    for (const { entry } of stale) entry.source.file.messages = []
    const posts = stale.map(({ post }) => post)
    const results = await renderRecorded(posts, config, targets)
    for (const { entry } of stale) {
      const result = results.get(entry.source.key)
      entry.rendered = result?.rendered
      entry.linkMeanings = result?.linkMeanings ?? new Map()
      entry.renderedWith = targets
      entry.lastGood = result?.rendered
      entry.ownMessages = [...entry.ownMessages, ...entry.source.file.messages]
    }
  }

  /** Links are judged all together: a section that was renamed in one article breaks links in another. */
  function finish(): Snapshot {
    const articles = new Map<string, Article>()
    for (const [key, { source, draft, node, ownMessages, rendered, lastGood }] of entries) {
      source.file.messages = [...ownMessages]
      if (node !== undefined) articles.set(key, { key, draft, node, rendered, lastGood })
    }
    const graph = new Map([...articles].map(([key, { node }]) => [key, node]))
    checkGraph(graph, config)
    return { config, articles, graph }
  }
}
