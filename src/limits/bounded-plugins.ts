import type { PluggableList, Plugin, Transformer } from 'unified'
import type { Node } from 'unist'
import { bounded } from './bounded.ts'

/**
 * One plugin that does what these do, one after another. What they do without waiting in between may take only so long on
 * one article, together: to watch the clock for each of them takes longer than most of them do.
 *
 * @param plugins whose transformers wait for nothing, or see themselves to what they do after they have waited
 */
export function boundedPlugins(plugins: PluggableList): Plugin<[]> {
  return function () {
    const transformers = plugins.flatMap((entry) => {
      const [plugin, ...options] = (Array.isArray(entry) ? entry : [entry]) as [
        Plugin<unknown[]>,
        ...unknown[],
      ]
      return (plugin.apply(this, options) as Transformer | undefined) ?? []
    })
    return async (tree, file) => {
      let now: Node = tree
      for (let next = 0; next < transformers.length; ) {
        const waiting = bounded(() => {
          while (next < transformers.length) {
            const result = transformers[next]?.(now, file, () => {})
            next += 1
            if (result instanceof Promise) return result
            now = (result as Node | undefined) ?? now
          }
          return undefined
        })
        now = ((await waiting) as Node | undefined) ?? now
      }
      return now
    }
  }
}
