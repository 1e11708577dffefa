import path from 'node:path'
import { readConfigOf } from '../config/load.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { isProjectPath, loadImage } from '../posts/images.ts'
import { type Choice, toSettings } from './choice.ts'
import { chooseBoxes } from './choices/boxes.ts'
import { chooseCategories } from './choices/categories.ts'
import { chooseKeys, type UsedField, usedKeys } from './choices/front-matter-keys.ts'
import { chooseLanguage } from './choices/language.ts'
import { chooseNames } from './choices/names.ts'
import { choosePictures } from './choices/pictures.ts'
import { chooseStatus } from './choices/status.ts'
import { chooseSite, type SiteKnowledge } from './site-facts.ts'
import { NO_SITE } from './survey.ts'
import type { Survey } from './types.ts'

/** Where the site is, as far as somebody has said so. */
export interface Told {
  readonly url: string | undefined
  readonly site: SiteKnowledge | undefined
}

/** Every setting that a folder asks for, each with its reason, in the order in which wp.config.json has them. */
export async function chooseSettings(survey: Survey, { url, site }: Told): Promise<Choice[]> {
  const { convention, posts, root, articles } = survey
  const pictures = choosePictures(survey)
  const before: Choice[] = [
    ...(site === undefined ? [urlChoice(url)] : chooseSite(site)),
    ...chooseLanguage(survey),
    {
      path: ['posts'],
      value: posts,
      why: placeToText(articles.length, convention?.name),
    },
    ...(posts === '.'
      ? [{ path: ['ignore'], value: ['node_modules/**'], why: say`What is installed is not yours.` }]
      : []),
    ...(convention?.choose?.(survey) ?? []),
    ...chooseNames(survey),
    ...chooseStatus(survey),
    ...pictures,
    ...chooseBoxes(survey),
  ]
  const near = configOf(before, root)
  const usable = await usablePictures(survey, near)
  const keys = chooseKeys(survey, {
    isAuthor: (name) => site?.authors.has(name) === true,
    isPicture: (url, field) => usable.has(`${field.path} ${url}`),
  })
  const all = [...before, ...keys]
  const { frontMatter } = configOf(all, root)
  return [...all, ...chooseCategories(survey, frontMatter, site?.terms)]
}

/** Names of authors that articles give. */
export function namedAuthors(survey: Survey): string[] {
  const fields = usedKeys(survey).get('author') ?? []
  return [...new Set(fields.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])))]
}

function placeToText(amount: number, program: string | undefined): string {
  const articles = count(amount, 'article')
  if (program === undefined) return amount === 1 ? say`${articles} lies there.` : say`${articles} lie there.`
  return amount === 1
    ? say`${articles} lies there, as ${program} has them.`
    : say`${articles} lie there, as ${program} has them.`
}

function urlChoice(url: string | undefined): Choice {
  return url === undefined
    ? {
        path: ['site', 'url'],
        value: NO_SITE,
        why: say`Nothing tells which site is yours: write its address here, or run the command with a login or --url.`,
      }
    : { path: ['site', 'url'], value: url, why: say`As --url says.` }
}

function configOf(choices: readonly Choice[], root: string) {
  return readConfigOf(toSettings(choices), path.join(root, 'wp.config.json'))
}

/** Which paths of featured pictures lead to a picture, each behind the path of its article. */
async function usablePictures(survey: Survey, config: ReturnType<typeof configOf>): Promise<Set<string>> {
  const usable = new Set<string>()
  const fields: UsedField[] = [...usedKeys(survey).values()].flat()
  for (const { value, path: file, key } of fields) {
    if (value.kind !== 'text' || !/image|img|cover|thumb|eyecatch/i.test(key)) continue
    if (!isProjectPath(value.text)) continue
    if ((await loadImage(value.text, file, config, '')).ok) usable.add(`${file} ${value.text}`)
  }
  return usable
}
