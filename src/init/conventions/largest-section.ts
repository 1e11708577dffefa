import { below, type ProjectFiles } from '../project-files.ts'

/** The folder directly below `base` that holds most Markdown; `undefined` where there is none in any. */
export function largestSection(base: string, { markdown }: ProjectFiles): string | undefined {
  const counts = new Map<string, number>()
  for (const file of below(base, markdown)) {
    const [name, ...rest] = file.slice(base.length + 1).split('/')
    if (name === undefined || rest.length === 0) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [largest] = [...counts].sort(([, a], [, b]) => b - a)
  return largest === undefined ? undefined : `${base}/${largest[0]}`
}

/** `folder`, where Markdown lies below it. */
export function folderWithMarkdown(folder: string, { markdown }: ProjectFiles): string | undefined {
  return below(folder, markdown).length > 0 ? folder : undefined
}
