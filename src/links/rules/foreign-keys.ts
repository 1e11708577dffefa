import path from 'node:path'
import type { Config } from '../../config/types.ts'
import { say } from '../../language/say.ts'
import { isNearKey, isOwnKey, meantElsewhere } from '../../posts/rules/keys.ts'
import type { LinkGraph } from '../graph.ts'
import type { ProjectFinding, ProjectRule } from '../project-rule.ts'

/** Told once for the folder: other tools have keys of their own, and an article of theirs may have ten. */
export const foreignKey: ProjectRule = {
  id: 'foreign-key',
  severity: 'warn',
  summary: say`A front-matter key that Rensai does not read is one that the configuration knows of.`,
  findInProject: async (graph, config) =>
    [...listKeys(graph, config)].map((found) => toFinding(found, config)),
}

interface ForeignKey {
  readonly key: string
  readonly amount: number
  /** Path and line of the first one. */
  readonly first: string
}

function listKeys(graph: LinkGraph, config: Config): ForeignKey[] {
  const found = new Map<string, ForeignKey>()
  for (const { source } of graph.values()) {
    for (const { key, keyPlace } of source.fields) {
      if (key === '' || isOwnKey(key, config) || isNearKey(key)) continue
      const first = `${source.file.path}:${keyPlace.start.line}`
      const before = found.get(key)
      found.set(key, { key, amount: (before?.amount ?? 0) + 1, first: before?.first ?? first })
    }
  }
  return [...found.values()]
}

function toFinding({ key, amount, first }: ForeignKey, { root, file }: Config): ProjectFinding {
  const meant = meantElsewhere(key)
  const [name, ignored] = [JSON.stringify(key), `"frontMatter": { "ignore": [${JSON.stringify(key)}] }`]
  return {
    path: path.relative(root, file).split(path.sep).join('/'),
    reason:
      amount === 1
        ? say`One article has the key ${name}, which is not read (${first}).`
        : say`${amount} articles have the key ${name}, which is not read (${first}).`,
    place: { line: 1, column: 1 },
    note:
      meant === undefined
        ? say`Where it is meant for another program, say so here: ${ignored}.`
        : say`To read it as "${meant}": "frontMatter": { "aliases": { ${name}: "${meant}" } }; to leave it alone: ${ignored}.`,
    about: key,
  }
}
