import path from 'node:path'
import type { Judgement } from '../../judge/types.ts'
import { foldersOfPictures, listPicturesInUse } from '../../links/pictures.ts'

/**
 * What to watch for changes: the articles, images/, wp.config.json, and every folder from which articles take pictures.
 *
 * @returns absolute paths, each once; some may not exist yet
 */
export function watchedPaths({ config, graph }: Judgement): string[] {
  const folders = [config.posts, ...foldersOfPictures(listPicturesInUse(graph, config))]
  return [...new Set([config.file, ...folders.map((folder) => path.join(config.root, folder))])]
}

/** The files of the articles, as absolute paths. */
export function listArticleFiles({ config, articles }: Judgement): string[] {
  return [...articles.values()].map(({ draft }) => path.join(config.root, draft.source.file.path))
}
