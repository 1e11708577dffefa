import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/types.ts'
import { writeProjectFile } from '../files/write.ts'
import { WriteError } from '../files/write-error.ts'
import { say } from '../language/say.ts'
import { applyFixes } from './fixes.ts'
import { parsePost } from './read.ts'
import type { SourceHead } from './types.ts'

const BOM = '\uFEFF'

/** What became of the edits that the messages on an article ask for. */
export interface FixResult {
  readonly source: SourceHead
  /** The messages whose edits were made, or were to be made where the file was refused. */
  readonly messages: readonly VFileMessage[]
  /** Why the file was left as it is; `undefined` where it was written. */
  readonly refused?: string
}

/**
 * Makes the edits that the messages on the articles ask for, and keeps every other byte of their files.
 *
 * A file is written whole or not at all, and only where it still is what was read and stays readable.
 *
 * @throws Error of node:fs where a file cannot be read
 */
export async function writeFixes(sources: readonly SourceHead[], config: Config): Promise<FixResult[]> {
  const results: FixResult[] = []
  for (const source of sources) {
    const messages = source.file.messages.filter(({ fix }) => fix !== undefined)
    if (messages.length > 0) results.push(await fixFile(source, messages, config))
  }
  return results
}

async function fixFile(
  source: SourceHead,
  messages: readonly VFileMessage[],
  config: Config,
): Promise<FixResult> {
  const refuse = (refused: string): FixResult => ({ source, messages, refused })
  const value = String(source.file)
  const fixed = applyFixes(
    value,
    messages.flatMap(({ fix }) => fix ?? []),
  )
  if (fixed === undefined) return refuse(say`two of its edits touch the same place`)
  const name = path.posix.relative(config.posts, source.file.path)
  if (!source.unreadable && parsePost(name, fixed.text, config).unreadable)
    return refuse(say`its front matter would not be readable afterwards`)

  const bytes = await readFile(path.resolve(config.root, source.file.path))
  const text = bytes.toString('utf8')
  if (!Buffer.from(text).equals(bytes)) return refuse(say`it is not valid UTF-8`)
  const bom = text.startsWith(BOM) ? BOM : ''
  if (text.slice(bom.length) !== value) return refuse(say`it was changed while it was checked`)
  try {
    writeProjectFile(config, source.file.path, bom + fixed.text)
  } catch (error) {
    if (error instanceof WriteError) return refuse(error.reason)
    throw error
  }
  return { source, messages: messages.filter(({ fix }) => fix !== undefined && fixed.applied.has(fix)) }
}
