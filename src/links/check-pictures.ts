import path from 'node:path'
import { glob } from 'tinyglobby'
import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { textOf } from '../posts/draft.ts'
import { isLocalPath } from '../posts/images.ts'
import { reportFinding, severityOf } from '../posts/report-finding.ts'
import { decodePercent } from '../standards/percent.ts'
import type { GraphNode, LinkGraph } from './graph.ts'
import { imageUnused } from './rules/images.ts'

/**
 * Finds the pictures that no article shows, in the folders from which articles take any, and in `images/`.
 *
 * @returns a file for each of them, with the message on it; they are no articles and have no text
 */
export async function checkPictures(graph: LinkGraph, config: Config): Promise<VFile[]> {
  if (severityOf(imageUnused, config) === 'off') return []
  const used = new Set([...graph.values()].flatMap(picturesOf))
  const found = await glob(
    foldersOf(used).map((folder) => `${escapeGlob(folder)}/*.{png,jpg,jpeg,gif,webp,avif}`),
    { cwd: config.root, caseSensitiveMatch: false, followSymbolicLinks: false },
  )
  const unused = found.filter((file) => !used.has(path.posix.normalize(file).normalize('NFC'))).sort()
  return unused.map((name) => {
    const file = new VFile({ cwd: config.root, path: name })
    const finding = {
      reason: 'No article shows this picture.',
      place: { line: 1, column: 1 },
      note: 'Show it in an article, or delete it.',
    }
    reportFinding(file, imageUnused, finding, config)
    return file
  })
}

/** The folders that may hold a picture which no article shows; paths relative to the project. */
export function foldersOfPictures(graph: LinkGraph): string[] {
  return foldersOf(new Set([...graph.values()].flatMap(picturesOf)))
}

function foldersOf(pictures: ReadonlySet<string>): string[] {
  const folders = new Set(['images', ...[...pictures].map((file) => path.posix.dirname(file))])
  return [...folders].filter((folder) => !folder.startsWith('..'))
}

function picturesOf({ source, images }: GraphNode): string[] {
  const featured = textOf(source.fields, 'featured_image')
  const addresses = featured === undefined ? images : [...images, featured]
  return addresses
    .filter(isLocalPath)
    .map((address) =>
      path.posix.join(path.posix.dirname(source.file.path), decodePercent(address)).normalize('NFC'),
    )
}

function escapeGlob(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}
