import type { Pluggable, PluggableList, Plugin, Transformer } from 'unified'
import { bounded } from './bounded.ts'

/**
 * The same plugins, each of which may take only so long on one article.
 *
 * @param plugins whose transformers wait for nothing, or see themselves to what they do after they have waited
 */
export function boundedPlugins(plugins: PluggableList): PluggableList {
  return plugins.map((entry): Pluggable => {
    const [plugin, ...options] = Array.isArray(entry) ? entry : [entry]
    return typeof plugin === 'function' ? [boundedPlugin(plugin), ...options] : entry
  })
}

function boundedPlugin(plugin: Plugin<unknown[]>): Plugin<unknown[]> {
  return function (...options) {
    const transform = plugin.apply(this, options) as Transformer | undefined
    if (transform === undefined) return undefined
    return (tree, file) => bounded(() => transform(tree, file, () => {}))
  }
}
