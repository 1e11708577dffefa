import path from 'node:path'
import { glob } from 'tinyglobby'
import { say } from '../../language/say.ts'
import { foldersOfPictures, listPicturesInUse } from '../pictures.ts'
import type { ProjectRule } from '../project-rule.ts'

export const imageUnused: ProjectRule = {
  id: 'image-unused',
  severity: 'off',
  summary: say`An article shows every picture of the folders that articles take pictures from.`,
  async findInProject(graph, config) {
    const used = listPicturesInUse(graph, config)
    const found = await glob(
      foldersOfPictures(used).map((folder) => `${escapeGlob(folder)}/*.{png,jpg,jpeg,gif,webp,avif}`),
      { cwd: config.root, caseSensitiveMatch: false, followSymbolicLinks: false },
    )
    const unused = found.filter((file) => !used.has(path.posix.normalize(file).normalize('NFC'))).sort()
    return unused.map((file) => ({
      path: file,
      reason: say`No article shows this picture.`,
      place: { line: 1, column: 1 },
      note: say`Show it in an article, or delete it.`,
    }))
  },
}

function escapeGlob(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}
