import path from 'node:path'
import { readConfigOf } from '../config/load.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { parsePost } from '../posts/read.ts'
import { conventions } from './conventions/registry.ts'
import { below, listProjectFiles, type ProjectFiles } from './project-files.ts'
import { reshape } from './reshape.ts'
import type { Convention, Survey, SurveyedFile } from './types.ts'

/** Stands for the site as long as nothing tells which it is (RFC 2606). */
export const NO_SITE = 'https://example.com'

/**
 * Looks at a folder.
 *
 * @param root absolute path
 * @param posts the folder of the articles, where somebody has said which it is
 * @returns `undefined` where there is no Markdown with front matter
 * @throws UserError (usage) where `posts` holds none; UserError (content) where all there is has no front matter
 */
export async function surveyProject(root: string, posts?: string): Promise<Survey | undefined> {
  const project = await listProjectFiles(root)
  const places =
    posts === undefined ? findPlaces(project) : [{ posts, convention: conventionOf(posts, project) }]
  const [found, ...others] = (await Promise.all(places.map((place) => survey(place, project))))
    .filter(({ articles }) => articles.length > 0)
    .sort((a, b) => b.articles.length - a.articles.length)
  if (found === undefined && posts !== undefined) {
    throw new UserError(say`There is no Markdown with front matter in ${posts}.`, {
      advice: say`Name the folder that holds the articles with --posts, or leave the option out.`,
      exitCode: ExitCode.usage,
    })
  }
  const plain = project.markdown.filter((file) => !OF_PROJECTS.test(file))
  if (found === undefined && plain.length > 0) throw withoutFrontMatter(plain)
  if (found === undefined) return undefined
  return {
    ...found,
    others: others.map(({ convention, posts }) => ({ name: convention?.name ?? 'Markdown', posts })),
  }
}

/** What lies at the top of most projects and is no article: README.md, CHANGELOG.md, LICENSE.md. */
const OF_PROJECTS = /^[A-Z_]+(?:\.\w+)?\.md$/

function withoutFrontMatter([first = '', ...others]: readonly string[]): UserError {
  const names = others.length === 0 ? first : say`${first} and ${others.length} more`
  return new UserError(say`The Markdown here has no front matter: ${names}.`, {
    advice: say`Begin each article with a line "---", then "title: ...", then another "---", and run the command again; a small series to look at is made in an empty folder.`,
    exitCode: ExitCode.content,
  })
}

interface Place {
  readonly posts: string
  readonly convention: Convention | undefined
}

function findPlaces(project: ProjectFiles): Place[] {
  const known = conventions.flatMap((convention): Place[] => {
    const posts = convention.findPosts(project)
    return posts === undefined ? [] : [{ posts, convention }]
  })
  if (known.length > 0) return known
  return [{ posts: commonFolder(project), convention: undefined }]
}

function conventionOf(posts: string, project: ProjectFiles): Convention | undefined {
  return conventions.find((convention) => convention.findPosts(project) === posts)
}

/** The folder that all Markdown with front matter lies in; of several at the top the one with most. */
function commonFolder({ markdown, read }: ProjectFiles): string {
  const articles = markdown.filter((file) => /^\uFEFF?\s*(?:---|\+\+\+)/.test(read(file) ?? ''))
  const counts = new Map<string, number>()
  for (const file of articles) {
    const [top = ''] = file.includes('/') ? file.split('/') : ['.']
    counts.set(top, (counts.get(top) ?? 0) + 1)
  }
  const [largest] = [...counts].sort(([, a], [, b]) => b - a)
  if (largest === undefined || largest[0] === '.') return '.'
  const folders = below(largest[0], articles).map((file) => path.posix.dirname(file).split('/'))
  const [first = [], ...rest] = folders
  const end = first.findIndex((name, index) => rest.some((folder) => folder[index] !== name))
  return first.slice(0, end === -1 ? undefined : end).join('/')
}

async function survey({ posts, convention }: Place, project: ProjectFiles): Promise<Omit<Survey, 'others'>> {
  const config = readConfigOf({ site: { url: NO_SITE }, posts }, path.join(project.root, 'wp.config.json'))
  const files = await Promise.all(
    below(posts, project.markdown).map(async (file): Promise<SurveyedFile> => {
      const before = posts === '.' ? file : file.slice(posts.length + 1)
      const textBefore = project.read(file) ?? ''
      return { before, textBefore, ...(await reshape(before, textBefore)) }
    }),
  )
  const articles = files
    .filter(({ name }) => name.endsWith('.md') && convention?.notArticles?.test(name) !== true)
    .map(({ name, text }) => parsePost(name, text, config))
    .filter(({ isArticle, yaml }) => isArticle && yaml !== undefined)
  return { root: project.root, posts, convention, files, articles }
}
