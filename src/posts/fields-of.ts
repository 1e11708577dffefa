import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { listFields } from './fields.ts'
import { fieldsOfName } from './file-names.ts'
import { nestedKeys, readOwnFields } from './own-keys.ts'
import type { Field, FrontMatterDocument } from './types.ts'

/** What the front matter of an article says, and where it says nothing, what the name of its file does. */
export function fieldsOf(
  key: string,
  file: VFile,
  yaml: FrontMatterDocument | undefined,
  config: Config,
): Field[] {
  const given = readOwnFields(listFields(file, yaml, nestedKeys(config.frontMatter)), config.frontMatter)
  return [...given, ...(yaml === undefined ? [] : fieldsOfName(key, given, config))]
}
