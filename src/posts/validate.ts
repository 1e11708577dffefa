import pLimit from 'p-limit'
import { visit } from 'unist-util-visit'
import type { Config, Media, Post, PostAddress, SourcePost } from '../types.ts'
import { checkContent } from './check-content.ts'
import { parseLocalDate } from './dates.ts'
import { type Draft, findField, textOf, toDraft } from './draft.ts'
import type { Field } from './fields.ts'
import { type ImageResult, isLocalPath, loadImage } from './images.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import type { RuleContext } from './rule.ts'
import { isStatus } from './rules/status.ts'
import { contentRules, rules } from './rules.ts'
import { listTagSpellings } from './tag-spellings.ts'
import { categoriesOf, tagsOf } from './terms-of.ts'

/** More open pictures at once gain nothing and can take much memory. */
const IMAGES_AT_ONCE = 8

/** What other articles can link to, known even for an article with errors. */
export function listAddresses(sources: readonly SourcePost[], config: Config): PostAddress[] {
  return sources.map((source) => {
    const { fields, slug } = toDraft(source, config)
    const id = Number(textOf(fields, 'id'))
    return { key: source.key, path: source.file.path, slug, id: Number.isSafeInteger(id) ? id : undefined }
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
  const judged = new Set(sources)
  const drafts = known.filter(({ source }) => judged.has(source))
  const images = await loadImages(drafts, config)
  const context: RuleContext = {
    config,
    images,
    tagSpellings: listTagSpellings(known),
    bySlug: groupBy(known, ({ slug }) => slug),
    byId: groupBy(known, ({ fields }) => textOf(fields, 'id')),
  }
  for (const draft of drafts) {
    if (!draft.unreadable) checkFrontMatter(draft, context)
    // Where the front matter's end is not known, the body would be judged with the front matter as its text.
    if (draft.source.bodyOffset > 0) checkContent(draft, contentRules, context)
  }
  return drafts
    .filter(
      ({ source, unreadable }) => !unreadable && !source.file.messages.some(({ fatal }) => fatal === true),
    )
    .map((draft) => resolve(draft, config, images.get(draft.source.key) ?? new Map()))
}

function checkFrontMatter(draft: Draft, context: RuleContext): void {
  for (const rule of rules) {
    if (severityOf(rule, context.config) === 'off') continue
    for (const finding of rule.check(draft, context)) {
      reportFinding(draft.source.file, rule, finding, context.config)
    }
  }
}

function groupBy(drafts: readonly Draft[], key: (draft: Draft) => string | undefined): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const name = key(draft)
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), draft])
  }
  return groups
}

async function loadImages(
  drafts: readonly Draft[],
  config: Config,
): Promise<Map<string, ReadonlyMap<string, ImageResult>>> {
  const limit = pLimit(IMAGES_AT_ONCE)
  const entries = drafts.map(async ({ source, fields }) => {
    const featured = textOf(fields, 'featured_image')
    const wanted = listPictures(source)
    if (featured !== undefined && !wanted.has(featured)) wanted.set(featured, '')
    const results = [...wanted].map(async ([url, alt]) => {
      const result = await limit(() => loadImage(url, source.file.path, config, alt))
      return [url, result] as const
    })
    return [source.key, new Map(await Promise.all(results))] as const
  })
  return new Map(await Promise.all(entries))
}

/** The local pictures of a body and their first texts; of `![alt][label]` the definition has the address. */
function listPictures({ tree }: SourcePost): Map<string, string> {
  const found = new Map<string, string>()
  const labels = new Map<string, string>()
  const definitions = new Map<string, string>()
  visit(tree, (node) => {
    if (node.type === 'image' && isLocalPath(node.url) && !found.has(node.url))
      found.set(node.url, node.alt ?? '')
    if (node.type === 'imageReference') labels.set(node.identifier, node.alt ?? '')
    // Of two definitions of one label the first counts (CommonMark, 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url)
  })
  for (const [label, alt] of labels) {
    const url = definitions.get(label)
    if (url !== undefined && isLocalPath(url) && !found.has(url)) found.set(url, alt)
  }
  return found
}

function resolve(draft: Draft, config: Config, images: ReadonlyMap<string, ImageResult>): Post {
  const { source, fields, slug, language, pair } = draft
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
