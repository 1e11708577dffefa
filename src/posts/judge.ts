import type { Config } from '../config/types.ts'
import { checkContent } from './check-content.ts'
import { type Draft, textOf } from './draft.ts'
import { type ImageResults, loadImages } from './load-images.ts'
import { listPictures, type Picture } from './pictures.ts'
import { reportFinding, severityOf } from './report-finding.ts'
import type { Rule, RuleContext } from './rule.ts'
import { contentRules, folderRules, pictureRules, rules } from './rules.ts'
import { listTagSpellings } from './tag-spellings.ts'
import type { SourcePost } from './types.ts'

/** An article judged on its own, with what judging it among the others still needs. */
export interface JudgedPost {
  readonly draft: Draft
  /** Of the body; `[]` where it is not known where the body begins. */
  readonly pictures: readonly Picture[]
}

/** Judges an article by every rule that looks at nothing else; what it finds is reported on the file. */
export function judgePost(source: SourcePost, draft: Draft, config: Config): JudgedPost {
  if (!draft.unreadable) checkFields(draft, rules, { config })
  // Where the front matter's end is not known, the body would be judged with the front matter as its text.
  if (source.bodyOffset === 0) return { draft, pictures: [] }
  checkContent(draft, source.tree, contentRules, { config })
  // Looking at the text is far quicker than visiting the tree.
  const mayShow = String(source.file).includes('![')
  return { draft, pictures: mayShow ? listPictures(source.tree) : [] }
}

/**
 * Judges articles by the rules about what lies around them: the other articles, and the files of their pictures.
 *
 * @param posts the articles to judge
 * @param known every article of the folder
 * @returns the pictures that were looked at, by article key and address as written
 */
export async function judgeFolder(
  posts: readonly JudgedPost[],
  known: readonly Draft[],
  config: Config,
): Promise<ImageResults> {
  const images = await loadImages(posts, config)
  const context = {
    config,
    images,
    tagSpellings: listTagSpellings(known),
    bySlug: groupBy(known, ({ slug }) => slug),
    byId: groupBy(known, ({ fields }) => textOf(fields, 'id')),
  }
  for (const { draft, pictures } of posts) {
    if (!draft.unreadable) checkFields(draft, folderRules, context)
    if (pictures.length === 0) continue
    checkContent(draft, { type: 'root', children: pictures.map(({ node }) => node) }, pictureRules, context)
  }
  return images
}

function checkFields<Context extends RuleContext>(
  draft: Draft,
  rules: readonly Rule<Context>[],
  context: Context,
): void {
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
    const group = name === undefined ? undefined : groups.get(name)
    if (group !== undefined) group.push(draft)
    else if (name !== undefined) groups.set(name, [draft])
  }
  return groups
}
