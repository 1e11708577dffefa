import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'
import type { OpenNative } from '../native/open.ts'

let wordpress: TestSandbox & OpenNative
let project: Project

const plugins = path.join(inject('nativeServer').folder, 'wordpress/wp-content/mu-plugins')
const plugin = path.join(plugins, 'half-made.php')

/** WordPress dies while it makes one of the smaller pictures, as where memory runs out, so often. */
async function dieAtSizes(times: number): Promise<void> {
  await mkdir(plugins, { recursive: true })
  await writeFile(
    plugin,
    `<?php
    add_filter( 'image_make_intermediate_size', function ( $file ) {
      if ( ! preg_match( '/-\\\\d+x\\\\d+\\\\.png$/', $file ) ) { return $file; }
      $seen = (int) get_option( 'half_made_seen' ) + 1;
      update_option( 'half_made_seen', $seen );
      if ( $seen >= 2 && $seen < 2 + ${times} ) { throw new Error( 'out of memory' ); }
      return $file;
    } );
    add_action( 'rest_api_init', function () {
      register_rest_route( 'half-made/v1', '/forget', array( 'methods' => 'POST', 'permission_callback' => '__return_true',
        'callback' => fn() => delete_option( 'half_made_seen' ) ) );
    } );`,
  )
  await wordpress.rest('POST', '/half-made/v1/forget', {})
}

beforeAll(async () => {
  wordpress = await startTestNative()
  await wordpress.reset()
})

afterEach(async () => {
  await rm(plugin, { force: true })
  await project?.remove()
})

afterAll(async () => {
  await wordpress?.stop()
})

interface Item {
  readonly slug: string
  readonly missing_image_sizes: readonly string[]
  readonly media_details: { readonly sizes: Readonly<Record<string, unknown>> }
}

/** Publishes two articles, each with a picture of its own, and gives these as the site has them. */
async function publishPictures(color: string) {
  project = await copyProject('test/fixtures/pair')
  await project.edit('wp.config.json', (text) => text.replace('folder-name', color.slice(1)))
  for (const [index, slug] of ['first', 'second'].entries()) {
    const picture = sharp({ create: { width: 1_200, height: 800 + index, channels: 3, background: color } })
    await picture.png().toFile(path.join(project.root, `images/${slug}-${color.slice(1)}.png`))
    await writeFile(
      path.join(project.root, `posts/with-${slug}.md`),
      `---\ntitle: With ${slug} ${color}\nslug: with-${slug}-${color.slice(1)}\nstatus: publish\n---\n\n![A picture](../images/${slug}-${color.slice(1)}.png)\n`,
    )
  }
  const args = ['publish', '--json', '--create-categories', '--only', 'with-*', '--config', project.config]
  const run = await runCli(args, wordpress.environment)
  const list = '/wp/v2/media?context=edit&orderby=id&order=desc&per_page=2'
  const items = await wordpress.rest<Item[]>('GET', list)
  return {
    exitCode: run.exitCode,
    pictures: items.map((item) => ({
      missing: item.missing_image_sizes,
      sizes: Object.keys(item.media_details.sizes ?? {}).toSorted(),
    })),
    run,
  }
}

test('a picture of which WordPress dies amid its smaller sizes gets the rest of them', async () => {
  const whole = await publishPictures('#111111')
  expect(whole.exitCode).toBe(0)
  expect(whole.pictures[0]?.sizes).toContain('medium')
  await project.remove()
  await dieAtSizes(1)
  const half = await publishPictures('#222222')
  expect(half).toMatchObject({ exitCode: 0, pictures: whole.pictures })
})

test('it is asked for them as often as an upload is tried', async () => {
  await dieAtSizes(3)
  const { exitCode, pictures } = await publishPictures('#333333')
  expect(exitCode).toBe(0)
  expect(pictures.map(({ missing }) => missing)).toEqual([[], []])
})
