import { stringify } from 'yaml'
import { say } from '../language/say.ts'
import { findFenceProblem } from '../posts/front-matter-fences.ts'
import { opening } from '../posts/rules/front-matter.ts'

/** A file whose front matter or name only another program reads, as it is read here. */
export interface Reshaped {
  readonly text: string
  /** Below the folder of the articles. */
  readonly name: string
  /** What was done, each in a few words; empty where nothing had to be. */
  readonly why: readonly string[]
}

const TOML = /^\uFEFF?\s*\+\+\+[^\S\n]*\n([\s\S]*?)\n\+\+\+[^\S\n]*(?:\n|$)/

/**
 * Writes Hugo's TOML as YAML, adds the first fence that Hexo does without, and calls `.markdown` and `.MD` `.md`.
 *
 * @param name below the folder of the articles
 */
export async function reshape(name: string, text: string): Promise<Reshaped> {
  const isNamed = name.endsWith('.md') || /\.mdx$/i.test(name)
  const renamed = isNamed ? name : name.replace(/\.(?:md|markdown)$/i, '.md')
  const toml = TOML.exec(text)
  const yaml = toml === null ? undefined : await toYaml(toml[1] ?? '')
  const fenced = findFenceProblem(text.replace(/^\uFEFF/, ''))?.rule === opening ? withFence(text) : undefined
  const body = toml === null ? text : text.slice(toml[0].length)
  return {
    name: renamed,
    text: yaml === undefined ? (fenced ?? text) : `---\n${yaml}---\n${body}`,
    why: [
      ...(renamed === name ? [] : [say`is called ${renamed.slice(renamed.lastIndexOf('/') + 1)}`]),
      ...(yaml === undefined ? [] : [say`has its front matter in YAML, not TOML`]),
      ...(fenced === undefined ? [] : [say`has a line "---" above its front matter`]),
    ],
  }
}

/** `undefined` where there is no such TOML, or where it would not read the same. */
async function toYaml(source: string): Promise<string | undefined> {
  // Loaded here, since only one program writes TOML.
  const { parse, TomlDate } = await import('smol-toml')
  try {
    return stringify(parse(source), (_, value) => (value instanceof TomlDate ? value.toISOString() : value), {
      lineWidth: 0,
    })
  } catch {
    // Then check says that it is not read.
    return undefined
  }
}

function withFence(text: string): string {
  return text.replace(/^(\uFEFF?)\s*/, '$1---\n')
}
