import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/types.ts'
import { checkGraph } from '../../src/links/check-graph.ts'
import { checkProject } from '../../src/links/check-project.ts'
import type { LinkGraph } from '../../src/links/graph.ts'
import { articleLinkRules } from '../../src/links/rules.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { listAddresses } from '../../src/posts/addresses.ts'
import { messagesToJson } from '../../src/report/messages.ts'
import { buildLinkGraph, readPosts } from '../helpers/sources.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

async function readGraph(file: string): Promise<{ config: Config; graph: LinkGraph }> {
  const config = await loadConfig(file)
  const sources = await readPosts(config)
  return { config, graph: buildLinkGraph(sources, createLinkTargets(listAddresses(sources), config)) }
}

test('says everything that is wrong between the articles of a folder', async () => {
  const { config, graph } = await readGraph('test/fixtures/links/wp.config.json')
  checkGraph(graph, config, now)
  const files = [
    ...[...graph.values()].map(({ source }) => source.file),
    ...(await checkProject(graph, config)),
  ]
  const fixes = new Map(
    files.flatMap((file) =>
      file.messages.flatMap(({ line, column, fix }) =>
        fix === undefined
          ? []
          : [[`${file.path}:${line}:${column}`, `${String(file).slice(fix.start, fix.end)} -> ${fix.text}`]],
      ),
    ),
  )
  await expect(`${JSON.stringify(messagesToJson(files), undefined, 2)}\n`).toMatchFileSnapshot(
    '../fixtures/links/expected.json',
  )
  const mended = [...fixes].map(([place, fix]) => `${place} fix ${fix}`)
  await expect(`${mended.join('\n')}\n`).toMatchFileSnapshot('../fixtures/links/fixes.txt')
})

test('has nothing to say about the series of this repository, advice included', async () => {
  const { config, graph } = await readGraph('wp.config.json')
  const rules = Object.fromEntries(articleLinkRules.map(({ id }) => [id, 'warn' as const]))
  const strict = { ...config, rules: { ...rules, 'image-unused': 'warn' as const } }
  checkGraph(graph, strict, now)
  const files = [...graph.values()].map(({ source }) => source.file)
  expect(messagesToJson([...files, ...(await checkProject(graph, strict))])).toEqual([])
})
