import { fileURLToPath } from 'node:url'
import type { Pluggable, Plugin, Preset } from 'unified'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { findPlugin } from './find-plugin.ts'
import { guardPlugin } from './guard-plugin.ts'

/**
 * Loads the unified plugins and presets that wp.config.json names, by package or by the path of a file of the project, in
 * the order given. ECMAScript, CommonJS and TypeScript modules are understood.
 *
 * @throws UserError (usage) where one cannot be found or is no plugin
 */
export async function loadPlugins(names: Config['plugins']['remark'], config: Config): Promise<Pluggable[]> {
  return await Promise.all(
    names.map(async (entry): Promise<Pluggable> => {
      const [name, options] = typeof entry === 'string' ? [entry, undefined] : entry
      const plugin = defaultOf(await load(name, config))
      if (isPreset(plugin)) return plugin
      if (typeof plugin === 'function') return [guardPlugin(plugin as Plugin<unknown[]>, name), options]
      throw new UserError(
        say`"${name}" is not a unified plugin: it has no default export that is a function.`,
        {
          advice: say`Name a remark or rehype plugin under "plugins" in wp.config.json.`,
          exitCode: ExitCode.usage,
        },
      )
    }),
  )
}

/** Modules that were loaded once, by their address: a program that is edited while this one runs needs a restart. */
const loaded = new Map<string, Promise<unknown>>()

async function load(name: string, config: Config): Promise<unknown> {
  try {
    const url = findPlugin(name, config)
    const module = loaded.get(url) ?? importModule(url)
    loaded.set(url, module)
    module.catch(() => loaded.delete(url))
    return await module
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    const isPath = name.startsWith('./')
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND'
    const remedy = isPath
      ? say`Mend its path under "plugins".`
      : say`Install it in the project (npm install ${name}), or mend its name under "plugins".`
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError(say`The plugin "${name}" of wp.config.json cannot be loaded.`, {
      advice: isMissing ? remedy : say`Mend it: ${reason}`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}

async function importModule(url: string): Promise<unknown> {
  return await import(/\.[cm]?tsx?$/.test(url) ? await fromTypeScript(fileURLToPath(url)) : url)
}

/** The address of a TypeScript module in plain JavaScript, which no version of Node refuses. */
async function fromTypeScript(file: string): Promise<string> {
  const { build } = await import('esbuild')
  const settings = {
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  } as const
  const { outputFiles } = await build({ entryPoints: [file], ...settings })
  const [code] = outputFiles
  return `data:text/javascript;base64,${Buffer.from(code?.contents ?? '').toString('base64')}`
}

/** What a module exports; a module that was once TypeScript or ECMAScript has its default one level deeper. */
function defaultOf(module: unknown): unknown {
  const value = (module as { default?: unknown }).default
  return typeof value === 'object' && value !== null && 'default' in value ? value.default : value
}

function isPreset(value: unknown): value is Preset {
  return typeof value === 'object' && value !== null && 'plugins' in value && Array.isArray(value.plugins)
}
