import { slugOf, textOf } from './draft.ts'
import type { PostAddress, SourceHead } from './types.ts'

/** What other articles can link to, known even for an article with errors. */
export function listAddresses(sources: readonly SourceHead[]): PostAddress[] {
  return sources.map((source) => {
    const id = Number(textOf(source.fields, 'id'))
    return {
      key: source.key,
      path: source.file.path,
      slug: slugOf(source),
      id: Number.isSafeInteger(id) ? id : undefined,
    }
  })
}
