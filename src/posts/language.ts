import type { Config } from '../config/types.ts'

/** The language that the ending of a file name or slug tells, and what stands before the ending. */
export interface NameParts {
  readonly base: string
  readonly language: string | undefined
}

/**
 * The name of an article: that of its file, or of the folder that an `index` lies in, as Hugo bundles an article with its
 * pictures. An ending of `index` that tells the language is one of the folder's name then.
 *
 * @param key of the article
 */
export function articleName(key: string, { languages, name }: Pick<Config, 'languages' | 'name'>): string {
  const [file = key, folder] = key.split('/').toReversed()
  // The first part of a key is the configured name of the whole folder, where it has one.
  if (folder === undefined || key === `${name}/${file}`) return file
  const { base } = splitLanguage(file, languages)
  return base === 'index' ? folder + file.slice(base.length) : file
}

/** Splits `copilot-server-error-502-jp` into its base and `ja`, by the endings of the configuration. */
export function splitLanguage(name: string, languages: Config['languages']): NameParts {
  for (const [language, endings] of Object.entries(languages)) {
    const ending = endings.find((candidate) => name.length > candidate.length && name.endsWith(candidate))
    if (ending !== undefined) return { base: name.slice(0, -ending.length), language }
  }
  return { base: name, language: undefined }
}
