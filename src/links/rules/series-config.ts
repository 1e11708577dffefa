import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { location } from 'vfile-location'
import type { Config } from '../../config/types.ts'
import { say } from '../../language/say.ts'
import { articleName, splitLanguage } from '../../posts/language.ts'
import type { LinkGraph } from '../graph.ts'
import type { ProjectFinding } from '../project-rule.ts'

/** Finds the series of which no member is there in any language, so that there is no article to say so on. */
export async function findEmptySeries(graph: LinkGraph, config: Config): Promise<ProjectFinding[]> {
  if (config.series.length === 0) return []
  const names = new Set(
    [...graph.keys()].map((key) => splitLanguage(articleName(key, config), config.languages).base),
  )
  const empty = config.series.flatMap(({ name, members }, index) =>
    members.some((member) => names.has(member)) ? [] : [{ name, index }],
  )
  if (empty.length === 0) return []
  const text = await readFile(config.file, 'utf8')
  const tree = parseTree(text)
  return empty.map(({ name, index }) => {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, ['series', index, 'members'])
    return {
      path: path.relative(config.root, config.file),
      text,
      reason: say`No member of the series "${name}" is there.`,
      place: location(text).toPoint(node?.offset ?? 0),
      note: say`Members are names of files without language ending: "copilot-server-error-502".`,
    }
  })
}
