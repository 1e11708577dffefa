import type { Plugin, Transformer } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'

/** The same plugin, whose errors say which one it was and in which article: it is not our code. */
export function guardPlugin(plugin: Plugin<unknown[]>, name: string): Plugin<unknown[]> {
  return function (...options) {
    const syntax = this.data().micromarkExtensions?.length ?? 0
    const transform = attach(name, () => plugin.apply(this, options))
    if ((this.data().micromarkExtensions?.length ?? 0) > syntax) {
      throw new UserError(say`The plugin "${name}" adds syntax to Markdown, which Rensai cannot take up.`, {
        advice: say`Use a plugin that changes the tree; GFM, directives and formulas ("math") are built in.`,
        exitCode: ExitCode.usage,
      })
    }
    if (typeof transform !== 'function') return undefined
    return async (tree, file) => {
      try {
        return await run(transform as Transformer, tree, file)
      } catch (cause) {
        throw new UserError(say`The plugin "${name}" failed on ${file.path}: ${messageOf(cause)}`, {
          advice: say`Mend the article or the plugin, or take it off "plugins" in wp.config.json.`,
          exitCode: ExitCode.content,
          cause,
        })
      }
    }
  }
}

function attach<Result>(name: string, call: () => Result): Result {
  try {
    return call()
  } catch (cause) {
    throw new UserError(say`The plugin "${name}" does not start: ${messageOf(cause)}`, {
      advice: say`Mend its options under "plugins" in wp.config.json.`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}

/** Transformers answer at once, by a promise, or by a third parameter (unified, `Transformer`). */
async function run(transform: Transformer, tree: Node, file: VFile): Promise<Node | undefined> {
  if (transform.length < 3) {
    const result = await transform(tree, file, () => {})
    if (result instanceof Error) throw result
    return result ?? undefined
  }
  return await new Promise((resolve, reject) => {
    void transform(tree, file, (error, result) => {
      if (error) reject(error)
      else resolve(result)
    })
  })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
