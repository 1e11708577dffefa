import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { keptTextsOf, type OpenKeptTexts, openKeptTexts } from '../helpers/kept-texts.ts'

let kept: OpenKeptTexts

beforeAll(async () => {
  kept = await openKeptTexts()
})

afterAll(async () => {
  await kept?.close()
})

beforeEach(async () => {
  await Promise.all([kept.wordpress.reset(), kept.project.forget()])
  await kept.empty()
})

interface Stored {
  readonly id: number
  readonly content: { readonly raw: string }
}

async function read(slug: string, status = 'publish'): Promise<Stored> {
  const query = `slug=${slug}&status=${status}&context=edit`
  const [post] = await kept.wordpress.rest<Stored[]>('GET', `/wp/v2/posts?${query}`)
  if (post === undefined) throw new Error(`The site has no ${slug}.`)
  return post
}

/** Writes into the database as a search and replace does, without WordPress. */
const replaceInDatabase = (from: string, to: string): Promise<void> =>
  kept.php(
    `$wpdb->query( $wpdb->prepare( "UPDATE $wpdb->posts SET post_content = REPLACE( post_content, %s, %s )", '${from}', '${to}' ) );`,
  )

const setPermalinks = (structure: string): Promise<void> =>
  kept.php(
    `global $wp_rewrite; $wp_rewrite->set_permalink_structure( '${structure}' ); flush_rewrite_rules();`,
  )

describe('two published articles', () => {
  beforeEach(async () => {
    for (const slug of ['first', 'second']) await kept.write(slug, `${slug} の本文です。`)
    await kept.run('publish')
    await kept.settle()
  })

  test('what nobody saved since is not read again, nor after a run of which it was no part', async () => {
    const { told, texts } = await kept.run('publish')
    expect(texts).toEqual([])
    expect(told).toMatchObject({ exitCode: 0, unchanged: 2, drift: [] })
    await kept.run('plan', '--only', 'first')
    expect((await kept.run('plan')).texts).toEqual([])
  })

  test('an edit on the site is seen, and that post alone is read', async () => {
    const { id, content } = await read('first')
    await kept.wordpress.rest('POST', `/wp/v2/posts/${id}`, {
      content: content.raw.replace('本文です', '直した本文です'),
    })
    const { told, texts } = await kept.run('publish')
    expect(texts).toEqual([expect.stringContaining(`include=${id}&`)])
    expect(told).toMatchObject({ unchanged: 1, drift: [{ slug: 'first', fields: ['content'] }] })
  })

  test('what WordPress keeps without a new time of its own is read in any case', async () => {
    const { id } = await read('first')
    await kept.php(`wp_set_post_terms( ${id}, 'by a plugin' );`)
    expect((await kept.run('publish')).told).toMatchObject({ drift: [{ slug: 'first', fields: ['tags'] }] })
  })

  test('what was written into the database itself is not overwritten, and is seen where the article changes', async () => {
    await replaceInDatabase('本文です', '置き換えた本文です')
    await kept.write('first', '新しい本文です。')
    const { told } = await kept.run('publish')
    expect(told).toMatchObject({ conflicts: [{ slug: 'first', reason: 'both-edited' }], outcomes: [] })
    expect((await read('first')).content.raw).toContain('置き換えた本文です')
  })

  test('a plan that was made with kept texts is the same without them', async () => {
    await kept.write('first', '計画した本文です。')
    const file = path.join(kept.project.root, 'plan.json')
    await kept.run('plan', '--out', file)
    await kept.project.forget()
    expect((await kept.run('publish', '--plan', file)).told).toMatchObject({
      outcomes: [{ slug: 'first', status: 'applied' }],
    })
  })

  test('what was rendered, and is damaged or gone, is rendered anew within the same run', async () => {
    const contents = path.join(kept.project.root, '.rensai/contents')
    for (const harm of ['damaged', 'gone'] as const) {
      for (const name of await readdir(contents)) {
        const file = path.join(contents, name)
        await (harm === 'gone' ? rm(file) : writeFile(file, '{'))
      }
      // So that the contents are compared.
      await rm(path.join(kept.project.root, '.rensai/texts'), { recursive: true })
      expect((await kept.run('publish')).told).toMatchObject({ exitCode: 0, unchanged: 2, changes: [] })
      expect((await kept.run('publish', '--overwrite')).told).toMatchObject({ exitCode: 0, unchanged: 2 })
    }
  })

  test('another user reads for herself', async () => {
    const editor = await kept.wordpress.createUser('another-editor', 'editor')
    const { texts } = await keptTextsOf(kept.project, kept.proxy, editor).run('plan')
    expect(texts).not.toEqual([])
  })

  test('of a project that is not trusted nothing is believed', async () => {
    expect((await kept.run('plan', '--untrusted')).texts).not.toEqual([])
  })
})

test('where the text of a picture changes, posts that do not show it are not read', async () => {
  const picture = (alt: string): Promise<void> => kept.write('pictured', `![${alt}](../images/dot.png)`)
  await picture('はじめの説明')
  for (const slug of ['first', 'second']) await kept.write(slug, `${slug} の本文です。`)
  await kept.run('publish')
  await kept.settle()
  const { id } = await read('pictured')
  await picture('新しい説明')
  const { told, texts } = await kept.run('publish')
  expect(told.outcomes).toMatchObject([
    { kind: 'update-media', status: 'applied' },
    { slug: 'pictured', status: 'applied' },
  ])
  expect(texts[0]).toContain(`include=${id}&`)
  expect(texts.filter((text) => !text.includes(`include=${id}&`) && !text.includes(`/${id}?`))).toEqual([])
})

test('an article never gets an address that another one had before the permalinks changed', async () => {
  await setPermalinks('/%postname%/')
  const head = 'status: publish\ndate: 2031-01-01 10:00'
  for (const slug of ['first', 'second']) await kept.write(slug, `${slug} の本文です。`, head)
  await kept.run('publish')
  await kept.settle()
  await setPermalinks('/archives/%postname%/')
  await kept.write('second', '[はじめ](first.md)を見てください。', head)
  await kept.run('publish')
  expect((await read('second', 'future')).content.raw).toContain('/archives/first/')
})

test('an address with a category changes with it', async () => {
  await setPermalinks('/%category%/%postname%/')
  await kept.php(`wp_insert_term( 'NAME & more', 'category', array( 'slug' => 'cat-name' ) );`)
  const head = 'status: publish\ndate: 2031-01-01 10:00\ncategories: [NAME & more]'
  await kept.write('first', 'はじめの本文です。', head)
  await kept.write('second', '[はじめ](first.md)を見てください。', head)
  await kept.run('publish')
  await kept.settle()
  await kept.php(`
    $above = wp_insert_term( 'Above', 'category' );
    wp_update_term( get_term_by( 'slug', 'cat-name', 'category' )->term_id, 'category', array( 'parent' => $above['term_id'] ) );`)
  const { told } = await kept.run('plan')
  await kept.project.forget()
  expect(told.changes).not.toEqual([])
  expect(told.changes).toEqual((await kept.run('plan')).told.changes)
})

test('a run that cannot tell what became of lost posts asks for no more of them', async () => {
  for (let number = 0; number < 12; number += 1) await kept.write(`lost-${number}`, 'まもなく消えます。')
  await kept.run('publish')
  await kept.wordpress.reset()
  const from = kept.proxy.heard().length
  kept.proxy.refuse((request) => /^GET .*\/posts(?:%2F|\/)\d+/.test(request))
  const { exitCode, stderr } = await runCli(['pull', '--config', kept.project.config], {
    ...kept.wordpress.environment,
    WP_URL: kept.proxy.url,
  })
  kept.proxy.refuse(() => false)
  expect(exitCode).toBe(3)
  expect(stderr.split('\n').at(-2)).not.toContain('waiting')
  const asked = new Set(
    kept.proxy
      .heard()
      .slice(from)
      .flatMap((request) => /\/posts(?:%2F|\/)(\d+)/.exec(request)?.[1] ?? []),
  )
  expect(asked.size).toBeLessThanOrEqual(8)
})
