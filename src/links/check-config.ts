import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { Config } from '../config/types.ts'
import { splitLanguage } from '../posts/language.ts'
import { reportFinding, severityOf } from '../posts/report-finding.ts'
import type { LinkGraph } from './graph.ts'
import { seriesMemberMissing } from './rules/series.ts'

/**
 * Finds the series of which no member is there in any language, so that there is no article to say so on.
 *
 * @returns wp.config.json with the messages on it; nothing where there are none
 */
export async function checkConfig(graph: LinkGraph, config: Config): Promise<VFile[]> {
  if (severityOf(seriesMemberMissing, config) === 'off') return []
  const names = new Set(
    [...graph.keys()].map((key) => splitLanguage(path.posix.basename(key), config.languages).base),
  )
  const missing = config.series.flatMap(({ name, members }, index) =>
    members.some((member) => names.has(member)) ? [] : [{ name, index }],
  )
  if (missing.length === 0) return []
  const value = await readFile(config.file, 'utf8')
  const file = new VFile({ cwd: config.root, path: path.relative(config.root, config.file), value })
  const tree = parseTree(value)
  for (const { name, index } of missing) {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, ['series', index, 'members'])
    const finding = {
      reason: `No member of the series "${name}" is there.`,
      place: location(file).toPoint(node?.offset ?? 0),
      note: 'Members are names of files without language ending: "copilot-server-error-502".',
    }
    reportFinding(file, seriesMemberMissing, finding, config)
  }
  return [file]
}
