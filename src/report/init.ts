import pc from 'picocolors'
import type { Choice } from '../init/choice.ts'
import type { FileChange } from '../init/file-changes.ts'
import type { Survey } from '../init/types.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { crowd } from './crowd.ts'
import { harmless, printable } from './printable.ts'
import { wrap } from './wrap.ts'

/** Of files that are changed alike. */
const FEW_FILES = 10

/** What was found in the folder. */
export function surveyToText({ convention, posts, articles, others }: Survey): string {
  const found = count(articles.length, 'article')
  const lines = [
    convention === undefined
      ? say`Found ${found} in ${printable(posts)}/.`
      : say`Found ${found} of ${convention.name} in ${printable(posts)}/.`,
  ]
  for (const other of others) {
    lines.push(
      ...wrap(
        say`${other.name} has articles in ${printable(other.posts)}/, too. For those instead: --posts ${printable(other.posts)}`,
        '',
        '',
      ),
    )
  }
  return lines.join('\n')
}

/** Each setting with its value and its reason. */
export function choicesToText(choices: readonly Choice[]): string {
  return harmless(choices)
    .flatMap(({ path, value, why }) => [
      ...wrap(`${pc.bold(path.join('.'))}  ${valueToText(value)}`, '  ', '      '),
      ...wrap(pc.dim(why), '      ', '      '),
    ])
    .join('\n')
}

/** Lists of many categories are in the file. */
const MOST_ITEMS = 3

function valueToText(value: unknown): string {
  if (!Array.isArray(value) || value.length <= MOST_ITEMS) return JSON.stringify(value)
  if (value.every((item) => typeof item === 'string')) return JSON.stringify(value)
  const names = value.slice(0, MOST_ITEMS).map((item) => JSON.stringify(item))
  return `[${say`${names.join(', ')}, and ${value.length - MOST_ITEMS} more`}]`
}

/** What changes in files, for people to agree to. */
export function fileChangesToText(changes: readonly FileChange[], all: boolean): string {
  const lines = crowd(
    harmless(changes),
    ({ from, why }) => [
      `  ${pc.yellow('~')} ${from}`,
      ...why.flatMap((text) => wrap(text, '      ', '      ')),
    ],
    { most: FEW_FILES, rest: (amount) => say`${amount} more files to change`, all },
  )
  return [say`${count(changes.length, 'file')} would be read only after a change:`, ...lines].join('\n')
}

/** In what a configuration that is there differs from the one that would be written. */
export function differencesToText(before: unknown, after: unknown): string {
  const [old, now] = [flatten(before), flatten(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
  return names
    .flatMap((name) => [
      ...wrap(pc.bold(printable(name)), '  ', '  '),
      ...(old.has(name) ? wrap(pc.red(printable(old.get(name) ?? '')), '    - ', '      ') : []),
      ...(now.has(name) ? wrap(pc.green(printable(now.get(name) ?? '')), '    + ', '      ') : []),
    ])
    .join('\n')
}

function flatten(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return new Map([[path.join('.'), JSON.stringify(value)]])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, [...path, key])]))
}
