import type { Config } from '../config/types.ts'
import { parseLocalDate } from './dates.ts'
import { type Draft, findField, slugOf, textOf, toDraft } from './draft.ts'
import type { ImageResult } from './images.ts'
import { judgeFolder, judgePost } from './judge.ts'
import type { Post } from './post.ts'
import { isStatus } from './rules/status.ts'
import { categoriesOf, tagsOf } from './terms-of.ts'
import type { Field, Media, PostAddress, SourceHead, SourcePost } from './types.ts'

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
  draft: Draft,
  config: Config,
  images: ReadonlyMap<string, ImageResult>,
): Post {
  const { fields, slug, language, pair } = draft
  const text = (name: Parameters<typeof textOf>[1]): string | undefined => textOf(fields, name)
  const media = new Map(
    [...images].flatMap(([url, result]) => (result.ok ? [[url, result.media] as const] : [])),
  )
  const status = text('status') ?? 'draft'
  const date = parseLocalDate(text('publish_at') ?? text('date') ?? '', config.site.timezone)
  const sticky = text('sticky')
  const commentStatus = text('comment_status')
  return {
    key: source.key,
    file: source.file,
    tree: source.tree,
    title: text('title') ?? '',
    slug,
    status: isStatus(status) ? status : 'draft',
    date,
    categories: categoriesOf(draft, config),
    tags: tagsOf(draft),
    // An excerpt that is empty on purpose is none; WordPress then makes one.
    excerpt: text('excerpt') ?? (isEmptyOnPurpose(findField(fields, 'excerpt')) ? '' : undefined),
    featuredImage: featuredImage(text('featured_image'), media),
    id: text('id') === undefined ? undefined : Number(text('id')),
    author: text('author'),
    sticky: sticky === undefined ? undefined : sticky === 'true',
    commentStatus: commentStatus === 'open' || commentStatus === 'closed' ? commentStatus : undefined,
    format: text('format'),
    language,
    pair,
    pulled: text('pulled'),
    images: media,
  }
}

function isEmptyOnPurpose(field: Field | undefined): boolean {
  return field?.value.kind === 'empty' && field.value.quoted
}

function featuredImage(url: string | undefined, media: ReadonlyMap<string, Media>): Media | undefined {
  return url === undefined ? undefined : media.get(url)
}
