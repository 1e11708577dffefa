import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { closest } from '../limits/closest.ts'

/** A file that is there, and was probably meant by a name that is not. */
export interface NearFile {
  /** Path as the file system spells it. */
  readonly path: string
  /** True where only case or Unicode form (NFC, NFD) differ, so that nothing else can be meant. */
  readonly sameName: boolean
  /** True for the very same path, read from a folder further up, as where it was written from the project's own. */
  readonly isFurtherUp?: boolean
}

/**
 * Looks for the file that a path means which does not exist: with other capital letters or another Unicode
 * form anywhere in the path, read from a folder further up, with another extension, or with a slip of the finger in its
 * name.
 *
 * @param root folder that is not left, absolute
 * @param relative `/`-separated path below it
 */
export async function findNearFile(root: string, relative: string): Promise<NearFile | undefined> {
  const near = await findAlong(root, relative)
  if (near?.sameName === true) return near
  const [, ...rest] = relative.split('/')
  for (const [index] of rest.entries()) {
    const shorter = rest.slice(index).join('/')
    // A name alone says too little.
    if (!shorter.includes('/')) break
    const found = await findAlong(root, shorter)
    if (found?.sameName === true) return { ...found, isFurtherUp: true }
  }
  return near
}

async function findAlong(root: string, relative: string): Promise<NearFile | undefined> {
  const names = relative.split('/')
  const found: string[] = []
  for (const [index, name] of names.entries()) {
    const entries = await list(path.join(root, ...found))
    const isLast = index === names.length - 1
    const same = onlyOne(entries.filter((entry) => fold(entry) === fold(name)))
    const entry = entries.includes(name) ? name : same
    if (entry !== undefined) {
      found.push(entry)
      continue
    }
    const near = isLast ? nearName(name, entries) : undefined
    return near === undefined ? undefined : { path: [...found, near].join('/'), sameName: false }
  }
  return { path: found.join('/'), sameName: true }
}

function nearName(name: string, entries: readonly string[]): string | undefined {
  const stem = stemOf(name)
  const otherType = onlyOne(entries.filter((entry) => stemOf(entry) === stem))
  return otherType ?? closest(name, [...entries], Math.ceil(stem.length / 4))
}

function stemOf(name: string): string {
  return fold(name.slice(0, name.length - path.extname(name).length))
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined
}

/** macOS writes names in NFD and does not tell capitals apart; Linux and WordPress tell all of them apart. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch {
    // A folder that is missing or closed to us holds nothing near.
    return []
  }
}
