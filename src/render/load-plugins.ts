import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Pluggable, Plugin } from 'unified'
import { ExitCode, UserError } from '../errors.ts'
import type { Config } from '../types.ts'

/**
 * Loads the unified plugins that wp.config.json names, by package or by path from the project's folder.
 *
 * @throws UserError (usage) where one cannot be found or is no plugin
 */
export async function loadPlugins(names: Config['plugins']['remark'], config: Config): Promise<Pluggable[]> {
  return await Promise.all(
    names.map(async (entry): Promise<Pluggable> => {
      const [name, options] = typeof entry === 'string' ? [entry, undefined] : entry
      const plugin = await load(name, config)
      return options === undefined ? plugin : [plugin, options]
    }),
  )
}

async function load(name: string, config: Config): Promise<Plugin> {
  try {
    const file = createRequire(config.file).resolve(name)
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown }
    if (typeof module.default === 'function') return module.default as Plugin
  } catch (cause) {
    throw new UserError(`The plugin "${name}" of wp.config.json cannot be loaded.`, {
      advice: `Install it in the project (npm install ${name}), or mend its name under "plugins".`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
  throw new UserError(`"${name}" is not a unified plugin: it has no default export that is a function.`, {
    advice: 'Name a remark or rehype plugin under "plugins" in wp.config.json.',
    exitCode: ExitCode.usage,
  })
}
