import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { type KeptTexts, keptTextsOf } from '../helpers/kept-texts.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'

/** A plugin that hooks blocks into contents as they are read, which changes no time of modification. */
const PLUGIN = `<?php
add_action( 'init', function () {
	register_block_type(
		'acme/kept',
		array(
			'block_hooks'     => array( 'core/paragraph' => 'after', 'core/post-content' => 'last_child' ),
			'render_callback' => fn () => '<p>Card</p>',
		)
	);
} );
`

const plugin = path.join(inject('nativeServer').folder, 'wordpress/wp-content/mu-plugins/acme-kept.php')
let wordpress: TestSandbox
let proxy: FaultProxy
let project: Project
let kept: KeptTexts

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
  proxy = await startFaultProxy(wordpress.url)
  kept = keptTextsOf(project, proxy, wordpress.environment)
  await kept.empty()
  for (const slug of ['first', 'second']) await kept.write(slug, `${slug} の本文です。`)
  await kept.run('publish')
  await kept.settle()
})

afterAll(async () => {
  await rm(plugin, { force: true })
  await proxy?.close()
  await wordpress?.stop()
  await project?.remove()
})

test('blocks that a plugin hooks in since are no edit: the article is written, by a plan from before as well', async () => {
  await writeFile(plugin, PLUGIN)
  await kept.write('first', 'first の新しい本文です。')
  const file = path.join(project.root, 'plan.json')
  await kept.run('plan', '--out', file)
  await project.forget()
  const { told } = await kept.run('publish', '--plan', file)
  expect(told).toMatchObject({ exitCode: 0, outcomes: [{ slug: 'first', status: 'applied' }] })
})

test('nor where the plugin is gone', async () => {
  await kept.settle()
  await rm(plugin, { force: true })
  await kept.write('second', 'second の新しい本文です。')
  const { told } = await kept.run('publish')
  expect(told).toMatchObject({ exitCode: 0, outcomes: [{ slug: 'second', status: 'applied' }] })
})
