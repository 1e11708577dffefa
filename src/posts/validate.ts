import type { Config } from '../config/types.ts'
import { readFields } from '../fields/front-matter.ts'
import { type Draft, findField, itemsOf, slugOf, textOf, toDraft } from './draft.ts'
import type { ImageResult } from './images.ts'
import { judgeFolder, judgePost } from './judge.ts'
import type { Post } from './post.ts'
import type { Field, PostAddress, SourceHead, SourcePost } from './types.ts'

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

/**
 * Judges every article by every rule and resolves those that have no error.
 *
 * All problems of all files are reported as messages on the files, in one run.
 *
 * @param known every article of the folder, where `sources` are only those to judge; default: `sources`
 * @returns the articles without errors, in the order given
 */
export async function validatePosts(
  sources: readonly SourcePost[],
  config: Config,
  known: readonly Draft[] = sources.map((source) => toDraft(source, config)),
): Promise<Post[]> {
  const drafts = new Map(known.map((draft) => [draft.source.key, draft]))
  const judged = sources.map((source) => ({
    source,
    ...judgePost(source, drafts.get(source.key) ?? toDraft(source, config), config),
  }))
  const images = await judgeFolder(judged, known, config)
  return judged
    .filter(
      ({ source, draft }) => !draft.unreadable && !source.file.messages.some(({ fatal }) => fatal === true),
    )
    .map(({ source, draft }) => resolve(source, draft, config, images.get(source.key) ?? new Map()))
}

function resolve(
  source: SourcePost,
  { fields, slug, language, pair }: Draft,
  { site, categories }: Config,
  images: ReadonlyMap<string, ImageResult>,
): Post {
  const media = new Map(
    [...images].flatMap(([url, result]) => (result.ok ? [[url, result.media] as const] : [])),
  )
  const id = textOf(fields, 'id')
  return {
    ...readFields({
      text: (key) => textOf(fields, key),
      items: (key) => itemsOf(fields, key),
      isEmptyOnPurpose: (key) => isEmptyOnPurpose(findField(fields, key)),
      slug,
      timezone: site.timezone,
      categories,
      picture: (address) => media.get(address),
    }),
    key: source.key,
    file: source.file,
    tree: source.tree,
    id: id === undefined ? undefined : Number(id),
    language,
    pair,
    pulled: textOf(fields, 'pulled'),
    images: media,
  }
}

function isEmptyOnPurpose(field: Field | undefined): boolean {
  return field?.value.kind === 'empty' && field.value.quoted
}
