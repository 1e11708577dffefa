import { compile } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/types.ts'
import { fillReferences } from '../../src/render/references.ts'
import { captureOutput } from './output.ts'

/**
 * The contents of a project's articles as they are sent to a site, by key, with invented addresses and ids.
 *
 * @throws Error with the messages where an article has an error
 */
export async function renderProject(
  configFile: string,
  format: Config['format'],
): Promise<ReadonlyMap<string, string>> {
  const output = captureOutput()
  const compiled = await compile({ ...(await loadConfig(configFile)), format }, output, { strict: true })
  if (compiled === undefined) throw new Error(output.said())
  return new Map(
    compiled.rendered.map(({ post, content }) => {
      const filled = fillReferences(content, ({ kind, value }) => {
        if (value === 'id') return '7'
        return kind === 'post' ? 'https://blog.example/archives/549' : 'https://blog.example/a.png'
      })
      return [post.key, filled]
    }),
  )
}
