import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config/types.ts'
import { parsePost } from '../posts/read.ts'
import type { SourcePost } from '../posts/types.ts'

/** An article that was written, added or (`source` is `undefined`) removed. */
export interface ChangedPost {
  readonly key: string
  readonly source: SourcePost | undefined
}

/**
 * Reads those of the changed files that are articles, as `readPosts` would find them.
 *
 * @param changed absolute paths
 */
export async function readChangedPosts(changed: ReadonlySet<string>, config: Config): Promise<ChangedPost[]> {
  const folder = path.join(config.root, config.posts)
  const names = [...changed]
    .map((file) => path.relative(folder, file).split(path.sep).join('/'))
    .filter((name) => name.endsWith('.md') && !name.split('/').some((part) => part.startsWith('.')))
  return await Promise.all(names.map((name) => readOne(folder, name, config)))
}

async function readOne(folder: string, name: string, config: Config): Promise<ChangedPost> {
  const text = await readFile(path.join(folder, name), 'utf8').catch((error: unknown) => {
    // A file can be gone again before it is read; whatever else keeps it from being read is not expected.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  // The key is parsePost's to make, also for an article that is gone.
  const source = parsePost(name, text ?? '', config)
  return { key: source.key, source: text === undefined ? undefined : source }
}
