import path from 'node:path'
import { parse } from 'jsonc-parser'
import { connectionFrom } from '../config/connection.ts'
import { readConfigOf } from '../config/load.ts'
import { readEnvironment } from '../config/read-environment.ts'
import { siteAddress } from '../config/site-address.ts'
import { ExitCode, UserError } from '../errors.ts'
import { readProjectFile } from '../files/read.ts'
import { type Choice, toSettings } from '../init/choice.ts'
import { chooseSettings, namedAuthors, type Told } from '../init/choose.ts'
import { type FileChange, planFileChanges } from '../init/file-changes.ts'
import { chooseSite, readSiteKnowledge } from '../init/site-facts.ts'
import { starterChoices, starterFiles } from '../init/starter.ts'
import { NO_SITE, surveyProject } from '../init/survey.ts'
import type { Survey } from '../init/types.ts'
import { commandLine, undoInit } from '../installation.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { toDraft } from '../posts/draft.ts'
import { parsePost } from '../posts/read.ts'
import { choicesToText, differencesToText, fileChangesToText, surveyToText } from '../report/init.ts'
import { undoneToText } from '../report/undone.ts'
import { wrap } from '../report/wrap.ts'
import { takeBack, type Written, writeRevocably } from '../revocable-files.ts'
import { toJsonDocument } from '../standards/json.ts'
import { check } from './check.ts'
import { type AdditionOptions, additionsOf, writeAdditions } from './init-additions.ts'
import { sayWhatToSet } from './init-ci.ts'
import { connect } from './open-site.ts'
import type { Output } from './output.ts'

export interface InitOptions extends AdditionOptions {
  /** Path of wp.config.json, which is to be written. */
  readonly config: string
  /** The folder of the articles. @default what the folder tells */
  readonly posts?: string | undefined
  /** Address of the site. @default what the login says */
  readonly url?: string | undefined
  /** Write nothing. */
  readonly dryRun: boolean
  /** Change files without asking. */
  readonly yes: boolean
  /** Write over a wp.config.json that is there. */
  readonly force: boolean
  /** Take back what the last run wrote. */
  readonly undo: boolean
  /** Show each file that is changed. @default false */
  readonly all?: boolean
}

/** Makes a project of a folder: of an empty one a small series, of one with Markdown what its articles ask for. */
export async function init(options: InitOptions, output: Output): Promise<ExitCode> {
  const file = path.resolve(options.config)
  const project = { root: path.dirname(file) }
  if (options.undo) {
    output.say(undoneToText(takeBack(project, 'init')))
    return ExitCode.ok
  }
  const additions = additionsOf(project, options)
  const isAddition = options.ci === true || options.editor === true
  if (isAddition && readProjectFile(project, path.basename(file)) !== undefined) {
    return writeAdditions(project, additions, options, output)
  }
  const survey = await surveyProject(project.root, options.posts)
  if (survey !== undefined) output.say(surveyToText(survey))
  const told = await readTold(options, survey, project, output)
  const choices = survey === undefined ? chooseForStarter(told) : await chooseSettings(survey, told)
  output.say(`\n${choicesToText(choices)}\n`)

  const settings = { ...schemaOf(project), ...toSettings(choices) }
  const before = refuseOther(file, project, settings, options, output)
  const written: Written[] = [
    { name: path.basename(file), content: `${toJsonDocument(settings)}\n`, madeFrom: before },
    ...additions,
  ]
  if (survey === undefined) written.push(...starterOf(project))
  const changes = survey === undefined ? [] : planFileChanges(survey, readConfigOf(toSettings(choices), file))
  if (changes.length > 0) output.say(`${fileChangesToText(changes, options.all === true)}\n`)
  if (options.dryRun) {
    output.say(say`Nothing was written.`)
    return before !== undefined && !options.force ? ExitCode.usage : ExitCode.ok
  }
  if (await isAgreed(changes, options, output)) written.push(...changes.map(toWritten))
  writeRevocably(project, 'init', written)
  for (const { name } of written.slice(0, 12)) output.say(`  + ${name}`)
  if (written.length > 12) output.say(`  ${say`and ${written.length - 12} more files`}`)
  output.say(`${say`To take it back: ${undoInit(options.config)}`}\n`)

  const exitCode = await check({ config: file, format: 'text' }, output)
  output.say(nextSteps(survey, told, project, file, settings))
  if (options.ci === true) {
    output.say('')
    sayWhatToSet(project, output)
  }
  return exitCode
}

/** Asks the site where there is a login. */
async function readTold(
  { url }: InitOptions,
  survey: Survey | undefined,
  project: { readonly root: string },
  output: Output,
): Promise<Told> {
  if (url !== undefined && !isWebAddress(url)) {
    throw new UserError(say`--url ${url} is not an address.`, {
      advice: say`Write it with its scheme, such as https://example.com.`,
      exitCode: ExitCode.usage,
    })
  }
  const connection = url === undefined ? connectionFrom(await readEnvironment(project)) : undefined
  if (connection === undefined)
    return { url: url === undefined ? undefined : siteAddress(url), site: undefined }
  const client = await connect(connection, project, output)
  const authors = survey === undefined ? [] : namedAuthors(survey)
  const site = await output.during(say`Reading ${client.url}`, () => readSiteKnowledge(client, authors))
  output.say(say`${client.url} has ${count(site.posts.length, 'post')}.`)
  return { url: undefined, site }
}

function chooseForStarter({ url, site }: Told): Choice[] {
  const place: Choice[] =
    site === undefined
      ? [
          {
            path: ['site', 'url'],
            value: url ?? NO_SITE,
            why:
              url === undefined
                ? say`The address of your site belongs here, before you publish to it.`
                : say`As --url says.`,
          },
        ]
      : chooseSite(site)
  return [...place, ...starterChoices()]
}

function starterOf(project: { readonly root: string }): Written[] {
  const gitignore = readProjectFile(project, '.gitignore')?.toString('utf8')
  const files = starterFiles(gitignore)
  const inWay = files.find(
    ({ name }) => name !== '.gitignore' && readProjectFile(project, name) !== undefined,
  )
  // What is there is never written over, and half a series is of no use.
  return inWay === undefined ? files : files.filter(({ name }) => name === '.gitignore')
}

/** Editors complete the keys where the package is installed. */
function schemaOf(project: { readonly root: string }): { $schema?: string } {
  const schema = 'node_modules/rensai/dist/wp.config.schema.json'
  try {
    return readProjectFile(project, schema) === undefined ? {} : { $schema: `./${schema}` }
  } catch {
    // The package is a link, as in a workspace.
    return {}
  }
}

/**
 * Shows how a wp.config.json that is there differs.
 *
 * @returns what stands there; `undefined` where there is none
 * @throws UserError (usage) where it is not to be written over
 */
function refuseOther(
  file: string,
  project: { readonly root: string },
  settings: Record<string, unknown>,
  { force, dryRun }: InitOptions,
  output: Output,
): string | undefined {
  const name = path.basename(file)
  const before = readProjectFile(project, name)?.toString('utf8')
  if (before === undefined) return undefined
  const differences = differencesToText(parse(before) ?? {}, settings)
  output.say(
    differences === ''
      ? `${say`${name} is there already, and says the same.`}\n`
      : `${say`${name} is there already. It would change so:`}\n${differences}\n`,
  )
  if (force || dryRun) return before
  throw new UserError(say`${name} is there already, so nothing was written.`, {
    advice: say`Take over by hand what you like of it, or write over it with --force; --undo takes that back.`,
    exitCode: ExitCode.usage,
  })
}

/** @throws UserError (usage) where nobody can be asked */
async function isAgreed(
  changes: readonly FileChange[],
  { yes }: InitOptions,
  output: Output,
): Promise<boolean> {
  if (changes.length === 0 || yes) return true
  return await output.confirm(say`Change ${count(changes.length, 'file')}?`)
}

function toWritten({ from, to, before, after }: FileChange): Written {
  return { name: to, content: after, madeFrom: before, ...(from === to ? {} : { insteadOf: from }) }
}

function nextSteps(
  survey: Survey | undefined,
  { site }: Told,
  project: { readonly root: string },
  file: string,
  settings: Record<string, unknown>,
): string {
  const lines: string[] = []
  if (site !== undefined && survey !== undefined && site.posts.length > 0) {
    const config = readConfigOf(settings, file)
    const slugs = new Set(
      survey.files
        .filter(({ name }) => name.endsWith('.md'))
        .map(({ name, text }) => toDraft(parsePost(name, text, config), config).slug),
    )
    const alike = site.posts.filter(({ slug }) => slugs.has(slug)).length
    if (alike > 0)
      lines.push(
        ...wrap(say`${count(alike, 'post')} of the site have the slug of an article here.`, '', ''),
        say`To see how they differ: ${commandLine('adopt')}`,
      )
    else lines.push(say`To bring the posts of the site here: ${commandLine('pull --all')}`)
  }
  const gitignore = readProjectFile(project, '.gitignore')?.toString('utf8') ?? ''
  if (survey !== undefined && !/^\/?\.env$/m.test(gitignore))
    lines.push(...wrap(say`Before you put a login into .env, add ".env" to .gitignore.`, '', ''))
  lines.push(say`To look at the articles: ${commandLine('preview')}`)
  return `\n${lines.join('\n')}`
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
