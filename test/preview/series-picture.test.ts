import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import type { Judgement } from '../../src/judge/types.ts'
import { indexPage } from '../../src/preview/index-page.ts'
import { listSeries } from '../../src/preview/series.ts'
import { type SeriesLinks, seriesLinks } from '../../src/preview/series-links.ts'
import { copyProject } from '../helpers/project.ts'

function linksOf(snapshot: Judgement, language: string): SeriesLinks | undefined {
  const series = listSeries(snapshot).find((one) => one.language === language)
  if (series === undefined) return undefined
  return seriesLinks(series, snapshot)
}

test('links that are broken or missing stand out in the picture of a series', async () => {
  const project = await copyProject('.')
  try {
    await rm(path.join(project.root, 'posts/copilot-server-error-504-en.md'))
    await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
      text.replace(/\]\([^)]*copilot-server-error-502-en[^)]*\)/g, '](https://elsewhere.example)'),
    )
    const snapshot = await createJudge(await loadConfig(project.config), { render: true }).judge()
    const links = linksOf(snapshot, 'en')
    expect(links?.rows.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'article Why VS Code Copilot says "Server error: 502", and how to get past it',
      'missing copilot-server-error-504',
      'article "Stream terminated" in VS Code Copilot: why answers stop midway, and the way round it',
    ])
    expect(links?.arcs).toEqual([
      { from: 0, to: 2, kind: 'one-way' },
      { from: 0, to: 1, kind: 'missing' },
      { from: 2, to: 1, kind: 'missing' },
      { from: 2, to: 0, kind: 'missing' },
    ])
    expect(links?.faults).toEqual([
      'posts/copilot-server-error-502-en.md: There is no article at posts/copilot-server-error-504-en.md.',
      'posts/copilot-server-error-502-en.md: The series "copilot-errors" has no article "copilot-server-error-504" in "en".',
      'posts/copilot-stream-terminated-en.md: There is no article at posts/copilot-server-error-504-en.md.',
      'posts/copilot-stream-terminated-en.md: The article does not link to posts/copilot-server-error-502-en.md, its sibling in the series "copilot-errors".',
    ])
    expect(linksOf(snapshot, 'ja')?.faults).toEqual([])
    const page = indexPage(snapshot, { styles: [], scripts: false })
    // Three squares in one path.
    expect(
      /<path class="pv-cell pv-missing" d="([^"]*z)"/
        .exec(page.slice(page.indexOf('<details')))?.[1]
        ?.match(/z/g),
    ).toHaveLength(3)
    expect(page).toContain('Missing articles: 1')
    expect(page).toContain('One-way links: 1')
    expect(page).toContain('copilot-server-error-504 (missing)')
  } finally {
    await project.remove()
  }
})

test('what the rules do not find the picture does not show: a sibling that is a draft need not be linked to', async () => {
  const project = await copyProject('.')
  try {
    const post = 'posts/copilot-stream-terminated-en.md'
    await project.edit(post, (text) => text.replace('status: publish', 'status: draft'))
    for (const name of ['copilot-server-error-502-en', 'copilot-server-error-504-en']) {
      await project.edit(`posts/${name}.md`, (text) =>
        text.replace(/\]\([^)]*copilot-stream-terminated-en[^)]*\)/g, '](https://elsewhere.example)'),
      )
    }
    const snapshot = await createJudge(await loadConfig(project.config), { render: true }).judge()
    const links = linksOf(snapshot, 'en')
    expect(links?.faults).toEqual([])
    expect(links?.arcs.filter(({ kind }) => kind === 'missing')).toEqual([])
  } finally {
    await project.remove()
  }
})
