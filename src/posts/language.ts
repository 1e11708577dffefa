import type { Config } from '../config/types.ts'

/** The language that the ending of a file name or slug tells, and what stands before the ending. */
export interface NameParts {
  readonly base: string
  readonly language: string | undefined
}

/** Splits `copilot-server-error-502-jp` into its base and `ja`, by the endings of the configuration. */
export function splitLanguage(name: string, languages: Config['languages']): NameParts {
  for (const [language, endings] of Object.entries(languages)) {
    const ending = endings.find((candidate) => name.length > candidate.length && name.endsWith(candidate))
    if (ending !== undefined) return { base: name.slice(0, -ending.length), language }
  }
  return { base: name, language: undefined }
}
