import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder that is none of the project's business, as a home directory is. */
export interface Outside {
  readonly folder: string
  /** Puts a link into a project that leads to a file or folder here, in place of what stands there. */
  readonly link: (root: string, name: string, target: string) => Promise<void>
  /** Every file and its content. */
  readonly contents: () => Promise<Record<string, string>>
  readonly remove: () => Promise<void>
}

/** What such a folder holds, unless something was written to it. */
export const UNTOUCHED = { 'profile.md': '---\ntitle: Mine\ntags: [c-#]\n---\n', 'pictures/one.png': 'mine' }

export async function makeOutside(): Promise<Outside> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rensai-outside-'))
  await mkdir(path.join(folder, 'pictures'))
  for (const [name, content] of Object.entries(UNTOUCHED)) await writeFile(path.join(folder, name), content)
  return {
    folder,
    link: async (root, name, target) => {
      const place = path.join(root, name)
      await rm(place, { recursive: true, force: true })
      await mkdir(path.dirname(place), { recursive: true })
      await symlink(path.join(folder, target), place)
    },
    contents: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = found.filter((entry) => !entry.isDirectory())
      const read = files.map(async (entry): Promise<[string, string]> => {
        const file = path.join(entry.parentPath, entry.name)
        return [path.relative(folder, file), await readFile(file, 'utf8')]
      })
      return Object.fromEntries(await Promise.all(read))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
