import path from 'node:path'
import type { Snapshot } from '../snapshot.ts'

/**
 * What to watch for changes: the articles, images/, wp.config.json, and the folder of every picture in use.
 *
 * @returns absolute paths, each once; some may not exist yet
 */
export function watchedPaths({ config, articles }: Snapshot): string[] {
  const pictures = [...articles.values()].flatMap(({ rendered }) => rendered?.media ?? [])
  return [
    ...new Set([
      config.file,
      path.join(config.root, config.posts),
      path.join(config.root, 'images'),
      ...pictures.map(({ absolutePath }) => path.dirname(absolutePath)),
    ]),
  ]
}
