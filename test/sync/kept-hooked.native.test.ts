import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type OpenKeptTexts, openKeptTexts } from '../helpers/kept-texts.ts'

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
let kept: OpenKeptTexts

beforeAll(async () => {
  kept = await openKeptTexts()
  for (const slug of ['first', 'second']) await kept.write(slug, `${slug} の本文です。`)
  await kept.run('publish')
  await kept.settle()
})

afterAll(async () => {
  await rm(plugin, { force: true })
  await kept?.close()
})

test('blocks that a plugin hooks in since are no edit: the article is written, by a plan from before as well', async () => {
  await writeFile(plugin, PLUGIN)
  await kept.write('first', 'first の新しい本文です。')
  const file = path.join(kept.project.root, 'plan.json')
  await kept.run('plan', '--out', file)
  await kept.project.forget()
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
