import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { lacksChromium } from '../helpers/chromium.ts'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { type AdminWindow, openAdmin, openInEditor } from '../helpers/editor-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type PublishedPost, publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const WORD = '追記'

/** Articles with every construct: contents, sized pictures, code in colours, tables, notes, boxes, formulas. */
const slugs = ['everything-jp', 'shortcodes-en', 'structure-jp', 'technical-jp']

/** One article with every kind of block that somebody types in. */
const EDITED = 'edited-jp'

const BODY = `はじめの段落[^1]です。

## 見出しの一つ

| 列 | 値 |
| :- | -: |
| 甲 | 1 |
| 乙 | 2 |

:::note[箱の題]
囲みの __段落__ です。

- 囲みの項目
:::

* 項目の一つ
* 項目の二つ
  \`\`\`
  npm ci
  \`\`\`

> 引用の段落です。

\`\`\`ts title="a.ts"
const a = 1 // 注釈
const b = 2
\`\`\`

変わる段落です。

1. 変わる項目
2. もう一つの項目

おわりの **段落** です。

[^1]: 注の文です。
`

const ARTICLE = `---
title: 編集
slug: ${EDITED}
status: publish
date: 2025-12-23 11:00:00
categories:
  - Errors & Fixes
---
${BODY}`

/** What is typed into the blocks that hold a text, and behind which words. */
const TYPED = [
  ['core/heading', '見出し'],
  ['core/paragraph', '囲みの'],
  ['core/list-item', '囲みの項目'],
  ['core/list-item', '項目の一つ'],
  ['core/code', 'npm ci'],
  ['core/paragraph', '引用の'],
  ['core/code', '注釈'],
] as const

/** An edit that comes to nothing, and yet makes the editor write the whole post anew. */
const IN_AND_OUT = `const added = wp.blocks.createBlock('core/paragraph', { content: 'x' })
  await editor.insertBlock(added)
  await editor.removeBlock(added.clientId)`

describe.skipIf(lacksChromium)('a newer editor, in Chromium', () => {
  let sandbox: TestSandbox
  let window: AdminWindow
  let project: Project
  let published: PublishedPost[]
  /** Whether it writes what 7.1 does; those between take the same and write some of it otherwise. */
  let isToday: boolean

  beforeAll(async () => {
    sandbox = await startTestSandbox()
    ;[window, project] = await Promise.all([
      openAdmin(sandbox),
      copyProject('test/fixtures/conformance/project'),
    ])
    await writeFile(path.join(project.root, `posts/${EDITED}.md`), ARTICLE)
    published = await publishProject(project.config, sandbox.environment)
    await openInEditor(window.page, sandbox.url, published[0]?.id ?? 0)
    isToday = await window.page.evaluate<boolean>(
      `wp.blocks.serialize(wp.blocks.createBlock('core/image', { url: 'a', width: '9px' })).includes('height:auto')`,
    )
  })

  afterAll(async () => {
    await window?.close()
    await sandbox?.stop()
    await project?.remove()
  })

  const idOf = (slug: string): number => published.find((post) => post.slug === slug)?.id ?? 0

  const read = (slug: string): Promise<string> =>
    readFile(path.join(project.root, `posts/${slug}.md`), 'utf8')

  async function contentOf(slug: string): Promise<string> {
    const post = await sandbox.rest<{ content: { raw: string } }>(
      'GET',
      `/wp/v2/posts/${idOf(slug)}?context=edit`,
    )
    return post.content.raw
  }

  /** Changes a post in the editor by `steps`, which know its `blocks`, and saves it. */
  const save = (slug: string, steps: string): Promise<void> => saveById(idOf(slug), steps)

  async function saveById(id: number, steps: string): Promise<void> {
    await openInEditor(window.page, sandbox.url, id)
    await window.page.evaluate(`(async () => {
      const editor = wp.data.dispatch('core/block-editor')
      const blocks = wp.data.select('core/block-editor').getBlocks()
      ${steps}
      await wp.data.dispatch('core/editor').savePost()
      if (wp.data.select('core/editor').didPostSaveRequestFail()) throw new Error('not saved')
    })()`)
  }

  const plan = (): Promise<CliResult> =>
    runCli(['plan', '--json', '--config', project.config], sandbox.environment)

  it.each(slugs)('takes every block of %s for what it is and would save it as it is', async (slug) => {
    const { blocks, serialized } = await openInEditor(window.page, sandbox.url, idOf(slug))
    const faults = blocks.filter(
      ({ name, isValid }) => !isValid || name === 'core/freeform' || name === 'core/missing',
    )
    expect(faults).toEqual([])
    const content = await contentOf(slug)
    if (isToday) expect(serialized).toBe(content)
    expect(toFormerSpelling(serialized)).toBe(toFormerSpelling(content))
  })

  it.each(slugs)('a block that is inserted into %s and removed again plans nothing', async (slug) => {
    await save(slug, IN_AND_OUT)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it.each(slugs)('a word that is typed in %s is all that plan and pull tell', async (slug) => {
    await save(
      slug,
      `const last = blocks.filter(({ name }) => name === 'core/paragraph').at(-1)
      await editor.updateBlockAttributes(last.clientId, { content: String(last.attributes.content) + '${WORD}' })`,
    )
    const planned = await plan()
    expect(planned.json()).toMatchObject({
      changes: [],
      conflicts: [],
      drift: [{ slug, fields: ['content'] }],
    })
    const shown = await runCli(['plan', '--config', project.config], sandbox.environment)
    const changed = shown.stderr.split('\n').filter((line) => /^\s*[-+] /.test(line))
    expect(changed.filter((line) => !line.includes(WORD)).length).toBeLessThanOrEqual(1)
    const before = await read(slug)
    const { stderr } = await runPull(project.config, sandbox.environment)
    expect(stderr).toContain(slug)
    const [old, now] = [bodyOf(before), bodyOf(await read(slug))]
    expect(now.replace(WORD, '')).toBe(old)
    expect(now).not.toBe(old)
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it.each([
    ['technical-jp', 'the first block deleted', 'await editor.removeBlock(blocks[0].clientId)'],
    ['structure-jp', 'the first block moved', `await editor.moveBlocksDown([blocks[0].clientId], '')`],
  ])('in %s, %s is drift, and is pulled as that', async (slug, _, steps) => {
    const before = bodyOf(await read(slug))
      .trim()
      .split('\n\n')
    await save(slug, steps)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [{ slug }] })
    await runPull(project.config, sandbox.environment)
    const after = bodyOf(await read(slug))
      .trim()
      .split('\n\n')
    const [first = '', second = '', ...others] = before
    expect(after).toEqual(steps.includes('moveBlocksDown') ? [second, first, ...others] : [second, ...others])
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  /** The plan as it is printed, but for what differs from run to run. */
  async function shownPlan(): Promise<string> {
    const { stderr } = await runCli(['plan', '--config', project.config], sandbox.environment)
    return stderr
      .slice(stderr.indexOf('Plan for'))
      .replaceAll(sandbox.url, 'SITE')
      .replace(/(last edited by admin, ).*/, '$1TIME')
      .replace(/(?<=\(#)[0-9a-f-]{36}/, 'NOTE')
      .trim()
  }

  it('words that are typed in every kind of block are all that plan and pull tell', async () => {
    await save(
      EDITED,
      `const all = (list) => list.flatMap((block) => [block, ...all(block.innerBlocks)])
      for (const [name, text] of ${JSON.stringify(TYPED)}) {
        const block = all(blocks).find((own) => own.name === name && String(own.attributes.content).includes(text))
        const content = String(block.attributes.content).replace(text, text + '改')
        await editor.updateBlockAttributes(block.clientId, { content })
      }
      const table = blocks.find(({ name }) => name === 'core/table')
      const body = JSON.parse(JSON.stringify(table.attributes.body))
      body[0].cells[0].content = '甲改'
      await editor.updateBlockAttributes(table.clientId, { body })
      const meta = wp.data.select('core/editor').getEditedPostAttribute('meta')
      const footnotes = meta.footnotes.replace('注の', '注の改')
      await wp.data.dispatch('core/editor').editPost({ meta: { ...meta, footnotes } })`,
    )
    expect(await shownPlan()).toBe(`Plan for SITE:
  ! drift    edited-jp: content, footnotes edited in wp-admin, left alone
      last edited by admin, TIME
      content
        はじめの段落[1](#NOTE)…
      - ## 見出し改の一つ
      + ## 見出しの一つ
        | 列 | 値 |
        | - | - |
      - | 甲改 | 1 |
      + | 甲 | 1 |
        | 乙 | 2 |
        **補足**：**箱の題**
      - 囲みの改 **段落** です。
      + 囲みの **段落** です。
      - - 囲みの項目改
      + - 囲みの項目
      - * 項目の一つ改
      + * 項目の一つ
        * 項目の二つ
          \`\`\`
      -   npm ci改
      +   npm ci
          \`\`\`
      - > 引用の改段落です。
      + > 引用の段落です。
        **\`a.ts\`**
        \`\`\`
      - const a = 1 // 注釈改
      + const a = 1 // 注釈
        const b = 2
        \`\`\`
      footnotes     - 注の改文です。
                    + 注の文です。
      to bring it here: npm run pull -- edited-jp
      to write over it: npm run publish -- --overwrite --only edited-jp
0 to create, 0 to update, 4 unchanged; 0 pictures and 0 terms to add; 1 drifted`)
    await runPull(project.config, sandbox.environment)
    const typed = [...TYPED.map(([, text]) => text), '甲', '注の'].reduce(
      (text, words) => text.replace(words, `${words}改`),
      BODY,
    )
    // Links to the section go on leading there.
    expect(bodyOf(await read(EDITED))).toBe(typed.replace('改の一つ', '改の一つ {#見出しの一つ}'))
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it('a paragraph made a heading and a list made paragraphs are shown and pulled as that', async () => {
    const before = bodyOf(await read(EDITED))
    await save(
      EDITED,
      `const paragraph = blocks.find(({ attributes }) => String(attributes.content).includes('変わる'))
      await editor.replaceBlocks(paragraph.clientId, wp.blocks.switchToBlockType(paragraph, 'core/heading'))
      const list = blocks.find(({ name, attributes }) => name === 'core/list' && attributes.ordered)
      await editor.replaceBlocks(list.clientId, wp.blocks.switchToBlockType(list, 'core/paragraph'))`,
    )
    expect(await shownPlan()).toBe(`Plan for SITE:
  ! drift    edited-jp: content edited in wp-admin, left alone
      last edited by admin, TIME
      content
        \`\`\`
      - ## 変わる段落です。
      + 変わる段落です。
      - 変わる項目
      -
      - もう一つの項目
      + 1. 変わる項目
      + 2. もう一つの項目
        おわりの **段落** です。
      to bring it here: npm run pull -- edited-jp
      to write over it: npm run publish -- --overwrite --only edited-jp
0 to create, 0 to update, 4 unchanged; 0 pictures and 0 terms to add; 1 drifted`)
    await runPull(project.config, sandbox.environment)
    expect(bodyOf(await read(EDITED))).toBe(
      before
        .replace('変わる段落', '## 変わる段落')
        .replace('1. 変わる項目\n2. もう一つの項目', '変わる項目\n\nもう一つの項目'),
    )
    await publishProject(project.config, sandbox.environment)
    expect((await plan()).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })
  })

  it('our own articles, and one of another folder, are saved as they are', async () => {
    const own = await copyProject('.')
    try {
      const other = '../shared/input'
      for (const folder of ['posts', 'images'])
        if (existsSync(`${other}/${folder}`))
          await cp(`${other}/${folder}`, path.join(own.root, folder), { recursive: true })
      const posts = await publishProject(own.config, sandbox.environment)
      expect(posts.length).toBeGreaterThan(0)
      const contents = await Promise.all(
        posts.map(({ id }) =>
          sandbox.rest<{ content: { raw: string } }>('GET', `/wp/v2/posts/${id}?context=edit`),
        ),
      )
      const raw = contents.map(({ content }) => content.raw)
      const saved = await window.page.evaluate<string[]>(
        `${JSON.stringify(raw)}.map((content) => wp.blocks.serialize(wp.blocks.parse(content)))`,
      )
      if (isToday) expect(saved).toEqual(raw)
      expect(saved.map(toFormerSpelling)).toEqual(raw.map(toFormerSpelling))
      for (const { id } of posts) await saveById(id, IN_AND_OUT)
      const { stdout } = await runCli(['plan', '--json', '--config', own.config], sandbox.environment)
      expect(JSON.parse(stdout)).toMatchObject({ changes: [], conflicts: [], drift: [] })
    } finally {
      await own.remove()
    }
  })
})

function bodyOf(file: string): string {
  return file.replace(/^---\n[\s\S]*?\n---\n/, '')
}
