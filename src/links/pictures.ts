import path from 'node:path'
import type { Config } from '../config/types.ts'
import { textOf } from '../posts/draft.ts'
import { isProjectPath, picturePath } from '../posts/images.ts'
import type { GraphNode, LinkGraph } from './graph.ts'

/** The pictures that articles show; paths relative to the project, Unicode NFC. */
export function listPicturesInUse(graph: LinkGraph, config: Config): ReadonlySet<string> {
  return new Set([...graph.values()].flatMap((node) => picturesOf(node, config)))
}

/** The folders from which articles take pictures, and `images`; paths relative to the project. */
export function foldersOfPictures(pictures: ReadonlySet<string>): string[] {
  const folders = new Set(['images', ...[...pictures].map((file) => path.posix.dirname(file))])
  return [...folders].filter((folder) => !folder.startsWith('..'))
}

function picturesOf({ source, images }: GraphNode, config: Config): string[] {
  const featured = textOf(source.fields, 'featured_image')
  const addresses = featured === undefined ? images : [...images, featured]
  return addresses
    .filter(isProjectPath)
    .map((address) => picturePath(address, source.file.path, config).normalize('NFC'))
}
