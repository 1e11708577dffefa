import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { lacksChromium } from '../helpers/chromium.ts'
import { runCli } from '../helpers/cli.ts'
import { openAdmin, openInEditor } from '../helpers/editor-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { runPull } from '../helpers/pull-command.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const SLUG = 'noted-jp'

const BODY = `はじめの段落です。

## 見出し

話題になる段落です。

- 項目
`

const ARTICLE = `---
title: 注釈
slug: ${SLUG}
status: publish
date: 2025-12-23 11:00:00
categories:
  - Errors & Fixes
---
${BODY}`

/** A plugin that hooks a block behind every heading, and one behind the whole post. */
const PLUGIN = `<?php
add_action( 'init', function () {
	register_block_type(
		'acme/card',
		array(
			'block_hooks'     => array( 'core/heading' => 'after', 'core/post-content' => 'last_child' ),
			'render_callback' => fn () => '<p class="acme-card">Card</p>',
		)
	);
} );
`

interface Stored {
  readonly content: { readonly raw: string }
  readonly meta: Readonly<Record<string, unknown>>
  readonly link: string
}

describe('what the editor and plugins keep in a post beside its text', () => {
  const plugin = path.join(inject('nativeServer').folder, 'wordpress/wp-content/mu-plugins/acme.php')
  let sandbox: TestSandbox
  let project: Project
  let id: number

  beforeAll(async () => {
    ;[sandbox, project] = await Promise.all([
      startTestSandbox(),
      copyProject('test/fixtures/conformance/project'),
    ])
    await writeFile(path.join(project.root, `posts/${SLUG}.md`), ARTICLE)
    const published = await publishProject(project.config, sandbox.environment)
    id = published.find(({ slug }) => slug === SLUG)?.id ?? 0
    await writeFile(plugin, PLUGIN)
  })

  afterAll(async () => {
    await rm(plugin, { force: true })
    await sandbox?.stop()
    await project?.remove()
  })

  const read = (): Promise<Stored> => sandbox.rest<Stored>('GET', `/wp/v2/posts/${id}?context=edit`)

  /** The content as the site has it, of the marker nothing but that it is there. */
  async function content(): Promise<string> {
    return (await read()).content.raw.replace(/"rensai":\{[^{}]*\}/, '"rensai":{}')
  }

  /** How many readers see in the post; the theme has headings of its own around it. */
  async function cards(): Promise<number> {
    const page = await (await fetch((await read()).link)).text()
    const post = page.slice(page.indexOf('段落です'), page.indexOf('項目</li>') + 200)
    return post.split('acme-card').length - 1
  }

  const plan = async (): Promise<unknown> =>
    (await runCli(['plan', '--json', '--config', project.config], sandbox.environment)).json()

  const edit = (from: string, to: string): Promise<void> =>
    project.edit(`posts/${SLUG}.md`, (text) => text.replace(from, to))

  const NOTHING = { changes: [], conflicts: [], drift: [] }

  const stored = (first: string, noted: string): string => `<!-- wp:paragraph {"metadata":{"rensai":{}}} -->
<p>${first}</p>
<!-- /wp:paragraph -->

<!-- wp:heading {"anchor":"見出し","metadata":{"ignoredHookedBlocks":["acme/card"]}} -->
<h2 id="見出し" class="wp-block-heading">見出し</h2>
<!-- /wp:heading --><!-- wp:acme/card /-->

<!-- wp:paragraph {"metadata":{"noteId":[31]}} -->
<p>${noted}</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>項目</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --><!-- wp:acme/card /-->`

  it('hooked blocks plan nothing, and neither do review notes', async () => {
    expect(await content()).toContain('<!-- /wp:heading --><!-- wp:acme/card /-->')
    expect(await cards()).toBe(2)
    expect(await plan()).toMatchObject(NOTHING)
    // As the editor saves a note: with all that it was shown.
    const noted = (await read()).content.raw
      .replace(
        '<!-- wp:paragraph -->\n<p>話題',
        '<!-- wp:paragraph {"metadata":{"noteId":[31]}} -->\n<p>話題',
      )
      .replace('話題', '<mark class="wp-note" data-id="31">話題</mark>')
    await sandbox.rest('POST', `/wp/v2/posts/${id}`, { content: noted })
    expect(await content()).toContain('<p><mark class="wp-note" data-id="31">話題</mark>になる')
    expect(await plan()).toMatchObject(NOTHING)
  })

  it('an update keeps them, of the noted paragraph, too', async () => {
    await edit('はじめ', 'まことにはじめ')
    await publishProject(project.config, sandbox.environment)
    const mark = '<mark class="wp-note" data-id="31">話題</mark>'
    expect(await content()).toBe(stored('まことにはじめの段落です。', `${mark}になる段落です。`))
    expect(await cards()).toBe(2)
    await edit('になる段落', 'になった段落')
    await publishProject(project.config, sandbox.environment)
    expect(await content()).toBe(stored('まことにはじめの段落です。', `${mark}になった段落です。`))
    await edit('話題', '評判')
    await publishProject(project.config, sandbox.environment)
    expect(await content()).toBe(stored('まことにはじめの段落です。', '評判になった段落です。'))
    expect(await cards()).toBe(2)
    expect(await plan()).toMatchObject(NOTHING)
  })

  it.skipIf(lacksChromium)('after an editor saved them, pull brings the edit of the text alone', async () => {
    const window = await openAdmin(sandbox)
    try {
      await openInEditor(window.page, sandbox.url, id)
      await window.page.evaluate(`(async () => {
        const [first] = wp.data.select('core/block-editor').getBlocks()
        await wp.data.dispatch('core/block-editor').updateBlockAttributes(first.clientId, { content: '別の段落です。' })
        await wp.data.dispatch('core/editor').savePost()
        if (wp.data.select('core/editor').didPostSaveRequestFail()) throw new Error('not saved')
      })()`)
    } finally {
      await window.close()
    }
    const { content: saved, meta } = await read()
    expect(saved.raw).toContain(
      '<!-- /wp:heading -->\n\n<!-- wp:acme/card /-->\n\n<!-- wp:paragraph {"metadata":{"noteId":[31]}}',
    )
    expect(await plan()).toMatchObject({ ...NOTHING, drift: [{ slug: SLUG, fields: ['content'] }] })
    await runPull(project.config, sandbox.environment)
    const body = BODY.replace('はじめの', '別の').replace('話題になる', '評判になった')
    let pulled = ''
    await project.edit(`posts/${SLUG}.md`, (text) => {
      pulled = text.replace(/^---\n[\s\S]*?\n---\n/, '')
      return text
    })
    // Before 7.0 WordPress tells nobody what is hooked to the post itself.
    const isTold = meta._wp_ignored_hooked_blocks !== undefined
    expect(pulled).toBe(isTold ? body : `${body}\n<!-- wp:acme/card /-->\n`)
    expect(await plan()).toMatchObject(NOTHING)
  })
})
