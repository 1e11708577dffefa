import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DomElement, JSDOM } from 'jsdom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { indexPage } from '../../src/preview/index-page.ts'
import type { Snapshot } from '../../src/preview/snapshot.ts'
import { plannedByKey } from '../../src/report/planned.ts'
import { article, plan, published, site } from '../helpers/planning.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

beforeEach(async () => {
  project = await copyProject('.')
})

afterEach(async () => {
  await project.remove()
})

async function openIndex(planned?: Snapshot['planned']): Promise<DomElement> {
  const judgement = await createJudge(await loadConfig(project.config), { render: true }).judge()
  return new JSDOM(indexPage({ ...judgement, planned }, { styles: [], scripts: false })).window.document
}

const add = (name: string, frontMatter: string): Promise<void> =>
  writeFile(path.join(project.root, `posts/${name}.md`), `---\n${frontMatter}\n---\n\nText.\n`)

const textsOf = (page: DomElement, selectors: string): (string | null)[] =>
  [...page.querySelectorAll(selectors)].map(({ textContent }) => textContent)

/** For each row the files of its articles, below the name of its group. */
function groupsOf(page: DomElement): [string, string[][]][] {
  return [...page.querySelectorAll('tbody')].map((body) => [
    body.querySelector('.pv-group-title')?.textContent ?? '',
    [...body.querySelectorAll('tr[data-group]')].map((row) =>
      textsOf(row, 'code').map((file) => file?.replace(/^posts\/|\.md$/g, '') ?? ''),
    ),
  ])
}

test('an article and its translation are one row, each with its own title, state and problems', async () => {
  await project.edit('posts/copilot-server-error-502-en.md', (text) =>
    text.replace('status: publish', 'status: pubish'),
  )
  const page = await openIndex()
  const row = page.querySelector('tr[data-group]')
  if (row === null) throw new Error('there is no row')
  expect(textsOf(row, '[data-column="article"] a')).toEqual([
    '「Server error: 502」はなぜ出る？ VS Code Copilotの中継エラーを仕組みから直す',
    'Why VS Code Copilot says "Server error: 502", and how to get past it',
  ])
  const hrefs = [...row.querySelectorAll('a')].map((one) => one.getAttribute('href'))
  expect(hrefs).toEqual([
    'articles/copilot-server-error-502-jp.html',
    'articles/copilot-server-error-502-en.html',
  ])
  expect(textsOf(row, '.pv-language')).toEqual(['日本語', 'English'])
  expect(textsOf(row, '.pv-chip')).toEqual(['publish', 'pubish'])
  expect(textsOf(row, '[data-column="problems"] [data-line="1"]')).toEqual(['1 error'])
  // What has an error has no date that could be trusted.
  expect(textsOf(row, 'time')).toEqual(['Mon 2025-12-22 11:00'])
})

test('rows stand in their series in reading order, those of none at the end', async () => {
  await add('another', 'title: Another')
  await add('alone-en', 'title: Alone')
  await project.edit('wp.config.json', (text) => {
    const settings = JSON.parse(text) as { series: { members: string[] }[] }
    settings.series[0]?.members.reverse()
    const more = { name: 'more', title: 'More <b>', members: ['another', 'copilot-server-error-502'] }
    return JSON.stringify({ ...settings, series: [...settings.series, more] })
  })
  const page = await openIndex()
  expect(groupsOf(page)).toEqual([
    [
      'VS Code Copilot errors',
      [
        ['copilot-stream-terminated-jp', 'copilot-stream-terminated-en'],
        ['copilot-server-error-504-jp', 'copilot-server-error-504-en'],
        ['copilot-server-error-502-jp', 'copilot-server-error-502-en'],
      ],
    ],
    ['More <b>', [['another']]],
    ['In no series', [['alone-en']]],
  ])
  expect(textsOf(page, '.pv-title .pv-soft')).toEqual(['also in More <b>', 'also in More <b>'])
})

test('a folder without series has neither headings nor a box to tick', async () => {
  await project.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), series: [] }))
  const page = await openIndex()
  expect(page.querySelector('.pv-group')).toBeNull()
  expect(page.querySelector('[name="grouped"]')).toBeNull()
  expect([...page.querySelectorAll('tr[data-group]')]).toHaveLength(3)
})

test('what is missing in a series stands in its heading, and leads to its picture', async () => {
  await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
    text.replace(/\]\([^)]*copilot-server-error-502-en[^)]*\)/g, '](https://elsewhere.example)'),
  )
  const page = await openIndex()
  expect(textsOf(page, '.pv-group a')).toEqual(['English: Missing links: 1'])
  const [, id = ''] = page.querySelector('.pv-group a')?.getAttribute('href')?.split('#') ?? []
  expect(page.querySelector(`#${id}`)?.textContent).toContain('Missing links to: 1')
})

test('the badges say how article and post compare, where the site was asked', async () => {
  const keys = ['fresh', 'changed', 'edited', 'both', 'fight', 'same', 'later'] as const
  const [fresh, changed, edited, both, fight, same, later] = await Promise.all(
    keys.map((key) => article(key, key === 'later' ? { status: 'draft' } : {})),
  )
  if (!fresh || !changed || !edited || !both || !fight || !same || !later) throw new Error('none')
  const state = site([
    published(changed, 2, { status: 'future' }),
    published(edited, 3, { title: 'Edited there' }),
    published(both, 4, { title: 'Edited there' }),
    published(fight, 5, { title: 'Edited there' }),
    published(same, 6),
    published(later, 7),
  ])
  const mended = [
    fresh,
    { ...changed, post: { ...changed.post, title: 'Here' } },
    edited,
    { ...both, excerpt: 'Here' },
    { ...fight, post: { ...fight.post, title: 'Here' } },
    same,
    later,
  ]
  const planned = plannedByKey(plan(mended, state), state.posts)
  expect([...planned].map(([key, { states, status }]) => [key, ...states, status])).toEqual(
    expect.arrayContaining([
      ['fresh', 'new', undefined],
      ['changed', 'changed', 'future'],
      ['edited', 'edited', 'publish'],
      ['both', 'changed', 'edited', 'publish'],
      ['fight', 'conflict', 'publish'],
      ['same', 'unchanged', 'publish'],
      ['later', 'unchanged', 'draft'],
    ]),
  )
})

test('an article that is refused has the state of its post beside that', async () => {
  const [known, fresh] = [await article('known'), await article('fresh')]
  const state = site([published(known, 2, { status: 'private' })])
  const refused = [known, fresh].map((item) => ({ ...item, post: { ...item.post, author: 'nobody' } }))
  const planned = plannedByKey(plan(refused, state), state.posts)
  expect([...planned].map(([key, { states, status }]) => [key, ...states, status])).toEqual([
    ['known', 'refused', 'private'],
    ['fresh', 'refused', undefined],
  ])
})

test('a badge says the state of the post, and the status of the front matter where there is none', async () => {
  const page = await openIndex(
    new Map([
      ['copilot-server-error-502-jp', { words: 'unchanged', states: ['unchanged'], status: 'publish' }],
      ['copilot-server-error-502-en', { words: 'create', states: ['new'], status: undefined }],
      ['copilot-server-error-504-jp', { words: 'x', states: ['changed', 'edited'], status: 'future' }],
      ['copilot-server-error-504-en', { words: 'x', states: ['conflict'], status: 'draft' }],
    ]),
  )
  expect(textsOf(page, '.pv-chip')).toEqual([
    ...['live', 'unchanged', 'publish', 'new'],
    ...['scheduled on the site', 'changed here', 'changed there', 'draft on the site', 'conflict'],
    ...['publish', 'publish'],
  ])
  expect(textsOf(page, 'select[name="status"] option')).toEqual([
    'Status: all',
    ...['changed here', 'conflict', 'changed there', 'new', 'publish', 'draft on the site'],
    ...['scheduled on the site', 'live', 'unchanged'],
  ])
  // What a badge says is not said again, nor what is planned for both languages.
  expect(textsOf(page, '[data-column="publishing"] .pv-line')).toEqual(['x'])
})

test('of a refused article the front matter does not say what the site has', async () => {
  const refused = { words: 'refused: x', states: ['refused'] } as const
  const page = await openIndex(
    new Map([
      ['copilot-server-error-502-jp', { ...refused, status: undefined }],
      ['copilot-server-error-502-en', { ...refused, status: 'draft' }],
    ]),
  )
  const row = page.querySelector('tr[data-group]')
  expect(row === null ? [] : [...row.querySelectorAll('.pv-chip')].map((chip) => chip.textContent)).toEqual([
    'refused',
    ...['draft on the site', 'refused'],
  ])
})

test('the sentence above all articles is true where the site was asked', async () => {
  const unasked = await openIndex()
  expect(textsOf(unasked, '.pv-notice')).toEqual([
    'Draft preview. Readers see none of this until it is published.',
  ])
  const asked = await openIndex(
    new Map([
      ['copilot-server-error-502-jp', { words: 'unchanged', states: ['unchanged'], status: 'publish' }],
    ]),
  )
  expect(textsOf(asked, '.pv-notice')).toEqual([
    'Draft preview. With each title stands what the site has of it now, and how that differs from here.',
  ])
})

test.each([
  [undefined, 0],
  [{ script: '/live.js', nonce: 'n' }, 1],
])('what is wrong in wp.config.json leads to the editor only on this machine', async (live, links) => {
  await project.edit('wp.config.json', (text) =>
    JSON.stringify({ ...JSON.parse(text), series: [{ name: 's', members: ['nope'] }] }),
  )
  const judgement = await createJudge(await loadConfig(project.config), { render: true }).judge()
  const page = new JSDOM(indexPage(judgement, { styles: [], scripts: false, live })).window.document
  expect(textsOf(page, '#pv-problems li')).toHaveLength(1)
  expect([...page.querySelectorAll('#pv-problems a[href^="vscode:"]')]).toHaveLength(links)
})
