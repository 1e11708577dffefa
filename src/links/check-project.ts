import { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { reportFinding, severityOf } from '../posts/report-finding.ts'
import type { LinkGraph } from './graph.ts'
import { projectRules } from './rules.ts'

/**
 * Judges what lies around the articles.
 *
 * @returns the files that have a message, each once; they are no articles, and pictures have no text
 */
export async function checkProject(graph: LinkGraph, config: Config): Promise<VFile[]> {
  const files = new Map<string, VFile>()
  for (const rule of projectRules) {
    if (severityOf(rule, config) === 'off') continue
    for (const finding of await rule.findInProject(graph, config)) {
      const { path, text } = finding
      const file =
        files.get(path) ?? new VFile({ cwd: config.root, path, ...(text !== undefined && { value: text }) })
      files.set(path, file)
      reportFinding(file, rule, finding, config)
    }
  }
  return [...files.values()]
}
