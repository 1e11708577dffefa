import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Project {
  readonly root: string
  readonly config: string
  /** Changes a file of the project with a function from its old text to its new one. */
  readonly edit: (file: string, change: (text: string) => string) => Promise<void>
  /** Drops what runs keep for later ones, as on another machine. */
  readonly forget: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** A copy of a folder's articles, pictures and configuration, free to be changed and published. */
export async function copyProject(source: string): Promise<Project> {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-project-'))
  for (const name of ['wp.config.json', 'posts', 'images']) {
    await cp(path.join(source, name), path.join(root, name), { recursive: true }).catch((error: unknown) => {
      if (name !== 'images') throw error
    })
  }
  return {
    root,
    config: path.join(root, 'wp.config.json'),
    edit: async (file, change) => {
      const target = path.join(root, file)
      await writeFile(target, change(await readFile(target, 'utf8')))
    },
    forget: () => rm(path.join(root, '.rensai'), { recursive: true, force: true }),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
