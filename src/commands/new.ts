import path from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { portableName } from '../files/portable-name.ts'
import { readProjectFile } from '../files/read.ts'
import { createProjectFile } from '../files/write.ts'
import { commandLine } from '../installation.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { matchesPattern } from '../limits/patterns.ts'
import { type Habits, readHabits } from '../new-article/habits.ts'
import { meaningOf, writeArticle } from '../new-article/write-article.ts'
import { findArticles } from '../posts/articles.ts'
import { toLocalMinute } from '../posts/dates.ts'
import { toDraft } from '../posts/draft.ts'
import { parsePost } from '../posts/read.ts'
import { keptSlug, RESERVED_SLUGS } from '../posts/slugs.ts'
import type { SourcePost } from '../posts/types.ts'
import { own } from '../standards/own.ts'
import type { Output } from './output.ts'

export interface NewOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** @default what WordPress makes of the title */
  readonly slug?: string | undefined
  /** Languages, joined by commas, each of which gets an article. @default that of the site */
  readonly lang?: string | undefined
  /** An article in each language of the configuration. @default false */
  readonly pair?: boolean
}

/** Makes the file of a new article, or of one in each of several languages, as the articles of the folder are. */
export async function newArticle(title: string, options: NewOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const articles = await readArticles(config)
  const habits = readHabits(articles, config)
  const languages = languagesOf(options, config)
  const base = slugOf(title, options, config)
  const now = `${toLocalMinute(new Date().toISOString().slice(0, 19), config.site.timezone).replace('T', ' ')}:00`
  const files = languages.map((language) =>
    fileFor({ title, base, language, isPair: languages.length > 1, now }, habits, config),
  )
  assertFree(files, articles, config)
  for (const { name, text } of files) {
    // Another run may have made it since.
    if (!createProjectFile(config, name, text)) throw isThere(name)
    output.print(name)
  }
  output.say(say`Write the text below the front matter, then: ${commandLine('check')}`)
  output.say(say`To look at it while you write: ${commandLine('preview --serve')}`)
  return ExitCode.ok
}

/** @throws UserError (usage) as assertPostsFolder does */
async function readArticles(config: Config): Promise<SourcePost[]> {
  const { names } = await findArticles(config)
  return names
    .flatMap((name) => {
      const bytes = readProjectFile(config, path.posix.join(config.posts, name))
      return bytes === undefined ? [] : [parsePost(name, bytes.toString('utf8'), config)]
    })
    .filter(({ isArticle, unreadable }) => isArticle && !unreadable)
}

/** @throws UserError (usage) where a language has no ending */
function languagesOf({ lang, pair }: NewOptions, { site, languages }: Config): string[] {
  if (lang === undefined) return pair === true ? Object.keys(languages) : [site.language]
  const wanted = [...new Set(lang.split(',').map((text) => text.trim()))]
  const unknown = wanted.find((language) => own(languages, language) === undefined)
  if (unknown === undefined && wanted.length > 0) return wanted
  throw new UserError(say`--lang ${unknown ?? ''} is no language of this folder.`, {
    advice: say`Use ${listItems(Object.keys(languages))}, or add it to "languages" in wp.config.json.`,
    exitCode: ExitCode.usage,
  })
}

/** @throws UserError (usage) where the title gives none that check would take */
function slugOf(title: string, { slug: given }: NewOptions, { slug: { pattern } }: Config): string {
  const slug = given ?? keptSlug(title)
  const isUsable = slug !== '' && keptSlug(slug) === slug && !RESERVED_SLUGS.includes(slug)
  if (isUsable && matchesPattern(pattern, slug) && portableName(slug, '') === slug) return slug
  throw new UserError(
    given !== undefined
      ? say`"${given}" is no slug that this folder takes.`
      : slug === ''
        ? say`The title gives no slug.`
        : say`The title gives no slug that this folder takes, but "${slug}".`,
    {
      advice: say`Give one with --slug, such as --slug my-article: words in small letters, joined by "-".`,
      exitCode: ExitCode.usage,
    },
  )
}

interface Wanted {
  readonly title: string
  readonly base: string
  readonly language: string
  readonly isPair: boolean
  readonly now: string
}

interface NewFile {
  /** Relative to the project. */
  readonly name: string
  readonly text: string
}

function fileFor(wanted: Wanted, habits: Habits, config: Config): NewFile {
  const { title, base, language, isPair, now } = wanted
  const first = own(config.languages, language)?.[0]
  const ending = habits.endings.get(language) ?? (isPair ? first : undefined) ?? ''
  const dated = config.fileNames.dated ? `${now.slice(0, 10)}-` : ''
  const bare = base.endsWith(ending) ? base.slice(0, base.length - ending.length) : base
  const file = habits.isBundled ? `${dated}${bare}/index${ending}.md` : `${dated}${bare}${ending}.md`
  const name = path.posix.join(config.posts, file)
  const text = writeArticle({ title, slug: undefined, lang: undefined, pair: undefined, now }, habits, config)
  // What the name tells need not stand in the file, but may where the others have it.
  const told = toDraft(parsePost(file, text, config), config)
  const isUsual = (key: string): boolean => habits.keys.some(({ name }) => meaningOf(name, config) === key)
  return {
    name,
    text: writeArticle(
      {
        title,
        slug: isUsual('slug') ? told.slug : undefined,
        lang: isUsual('lang') || (isPair && told.language !== language) ? language : undefined,
        pair: isUsual('pair') || (isPair && told.pair === undefined) ? bare : undefined,
        now,
      },
      habits,
      config,
    ),
  }
}

/** @throws UserError (usage) where a file is there, or another article has the slug */
function assertFree(files: readonly NewFile[], articles: readonly SourcePost[], config: Config): void {
  const slugs = new Map(articles.map((source) => [toDraft(source, config).slug, source.file.path]))
  for (const { name, text } of files) {
    if (readProjectFile(config, name) !== undefined) throw isThere(name)
    const below = path.posix.relative(config.posts, name)
    const { slug } = toDraft(parsePost(below, text, config), config)
    const other = slugs.get(slug)
    if (other === undefined) continue
    throw new UserError(say`${other} has the slug "${slug}" already. Nothing was written.`, {
      advice: say`Give another one with --slug.`,
      exitCode: ExitCode.usage,
    })
  }
}

function isThere(name: string): UserError {
  return new UserError(say`${name} is there already, and is not written over.`, {
    advice: say`Give another slug with --slug, or another title.`,
    exitCode: ExitCode.usage,
  })
}
