import path from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { readProjectFile } from '../files/read.ts'
import { parseJson } from '../standards/json.ts'
import { own } from '../standards/own.ts'

/** How a project comes by Rensai, as its package.json says, wherever the command runs that asks. */
export interface OwnPackage {
  /** Whether it is a clone of Rensai, which calls it by npm scripts; any other calls the package by npx. */
  readonly isClone: boolean
  /** Where npm takes the package from, `file:rensai-0.2.0.tgz`; `undefined` where the project does not have it. */
  readonly from: string | undefined
}

/** @throws WriteError (usage) where package.json cannot be read */
export function readOwnPackage(project: { readonly root: string }): OwnPackage {
  const given = parseJson(readProjectFile(project, 'package.json')?.toString('utf8') ?? '')
  const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => {
    const from = valueAt(valueAt(given, kind), manifest.name)
    return typeof from === 'string' ? [from] : []
  })
  return { isClone: valueAt(given, 'name') === manifest.name, from: named[0] }
}

/** Whether npm takes a package from files that another clone of the project does not have. */
export function isOutside(from: string, { root }: { readonly root: string }): boolean {
  // As npm-package-arg tells a path from a name and from a version.
  const file = /^(?:file:|link:|portal:|(?=\.{0,2}[\\/]|~[\\/]))(.*)$/.exec(from)?.[1]
  if (file === undefined) return false
  if (file.startsWith('~')) return true
  const relative = path.relative(root, path.resolve(root, file))
  return relative.startsWith('..') || path.isAbsolute(relative)
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, key) : undefined
}
