import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { unpackNewerWordPress } from '../test/native/newer-packages.ts'
import { type OpenNative, openNativeWordPress } from '../test/native/open.ts'
import { installPackages } from '../test/native/packages.ts'
import type { NativeServer } from '../test/native/serve.ts'
import { runPhp } from '../test/native/wordpress.ts'
import { type Links, writePublishable } from './publishable.ts'

/**
 * Publishes many articles to a native WordPress, against the least that the same contents take there: one POST after
 * another, and a loop of wp_insert_post and wp_update_post in one PHP process. Everything of Rensai counts, from its
 * start to its end. Only ratios within one run mean anything.
 *
 *     node --import tsx bench/publish.ts --articles 500 --links some
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    links: { type: 'string', default: 'none' },
    suite: { type: 'string', default: 'sid' },
    /** Another build to measure in the same run, `../older/dist/bin.js`. */
    other: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const amount = Number(values.articles)

const { server, stop } = await startServer(values.suite)
const rows: { what: string; seconds: number; requests?: number | undefined }[] = []
const root = await mkdtemp(path.join(tmpdir(), 'rensai-bench-'))
try {
  const site = await openNativeWordPress(server, '/archives/%post_id%')
  const posts = await contentsOf(site)
  await measure('POST, one after another', site, () => postEach(site, posts))
  await measure('wp_insert_post in one PHP process', site, () => loop(site, posts))
  const builds = [
    ['Rensai', 'dist/bin.js'],
    ...(values.other === undefined ? [] : [['the other', values.other]]),
  ] as const
  for (const [name, bin] of builds) {
    const config = await freshProject(name)
    await site.reset()
    const publish = async (): Promise<number> => await rensai(path.resolve(bin), config, site)
    await measure(`${name}: new`, undefined, publish)
    await measure(`${name}: unchanged`, undefined, publish)
    await edit(path.dirname(config))
    await measure(`${name}: all updated`, undefined, publish)
  }
} finally {
  await rm(root, { recursive: true, force: true })
  await stop()
}

if (values.json) console.log(JSON.stringify(rows))
else {
  const base = rows[0]?.seconds ?? 1
  for (const { what, seconds, requests } of rows) {
    const rate = `${(amount / seconds).toFixed(1)} a second`
    const times = `${(base / seconds).toFixed(2)} times as fast as one POST after another`
    const sent = requests === undefined ? '' : `, ${requests} requests`
    console.log(`${what.padEnd(36)} ${seconds.toFixed(2).padStart(7)} s, ${rate}, ${times}${sent}`)
  }
}

/** @param emptied taken back to its installation before */
async function measure(
  what: string,
  emptied: OpenNative | undefined,
  run: () => Promise<unknown>,
): Promise<void> {
  await emptied?.reset()
  const start = performance.now()
  const requests = await run()
  rows.push({
    what,
    seconds: (performance.now() - start) / 1000,
    ...(typeof requests === 'number' ? { requests } : {}),
  })
}

interface Content {
  readonly title: string
  readonly slug: string
  readonly content: string
  readonly categories: readonly string[]
  readonly tags: readonly string[]
}

/** What Rensai makes of the articles, with the names of their terms; what it publishes here is thrown away. */
async function contentsOf(site: OpenNative): Promise<Content[]> {
  await rensai(path.resolve('dist/bin.js'), await freshProject('contents'), site)
  const terms = new Map(
    (await Promise.all([list(site, 'categories'), list(site, 'tags')]))
      .flat()
      .map(({ id, name }) => [Number(id), String(name)]),
  )
  const posts = await list(site, 'posts', '&context=edit&_fields=title.raw,slug,content.raw,categories,tags')
  const named = (ids: unknown): string[] => (ids as number[]).map((id) => terms.get(id) ?? '')
  return posts.map(({ title, slug, content, categories, tags }) => ({
    title: (title as { raw: string }).raw,
    slug: String(slug),
    content: (content as { raw: string }).raw,
    categories: named(categories),
    tags: named(tags),
  }))
}

async function postEach(site: OpenNative, posts: readonly Content[]): Promise<void> {
  const ids = new Map<string, number>()
  const termOf = async (route: string, name: string): Promise<number> => {
    const known = ids.get(route + name)
    if (known !== undefined) return known
    const { id } = (await ask(site, 'POST', route, { name })) as { id: number }
    ids.set(route + name, id)
    return id
  }
  for (const { categories, tags, ...post } of posts) {
    const terms: Record<string, number[]> = { categories: [], tags: [] }
    for (const name of categories) terms.categories?.push(await termOf('categories', name))
    for (const name of tags) terms.tags?.push(await termOf('tags', name))
    await ask(site, 'POST', 'posts?_fields=id', { ...post, ...terms, status: 'publish' })
  }
}

async function loop(site: OpenNative, posts: readonly Content[]): Promise<void> {
  const file = path.join(server.folder, 'posts.json')
  await writeFile(file, JSON.stringify(posts))
  await runPhp(
    server.folder,
    { url: site.url, name: String(server.sites[0]?.name) },
    `<?php
require '${server.folder}/wordpress/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
wp_set_current_user( 1 );
foreach ( json_decode( file_get_contents( '${file}' ), true ) as $post ) {
  $id = wp_insert_post( wp_slash( array(
    'post_title' => $post['title'], 'post_name' => $post['slug'], 'post_content' => $post['content'],
    'post_status' => 'publish', 'tags_input' => $post['tags'],
    'post_category' => array_map( 'wp_create_category', $post['categories'] ),
  ) ) );
}
`,
    server.runAs,
  )
}

async function freshProject(name: string): Promise<string> {
  const folder = path.join(root, name)
  await mkdir(folder, { recursive: true })
  return await writePublishable(folder, amount, values.links as Links)
}

/** One more paragraph in every article. */
async function edit(folder: string): Promise<void> {
  for (let number = 0; number < amount; number += 1) {
    const file = path.join(folder, 'posts', `article-${String(number).padStart(5, '0')}.md`)
    await writeFile(file, `${await readFile(file, 'utf8')}\n追記です。\n`)
  }
}

/** @returns how many requests it took */
async function rensai(bin: string, config: string, site: OpenNative): Promise<number> {
  const child = spawn(
    process.execPath,
    [bin, 'publish', '--json', '--create-categories', '--config', config],
    {
      env: {
        ...process.env,
        WP_URL: site.url,
        WP_USERNAME: site.username,
        WP_APP_PASSWORD: site.appPassword,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said: Buffer[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part))
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0)
    throw new Error(`Rensai ended with ${code}:\n${Buffer.concat(said).toString().slice(-2_000)}`)
  const { requests } = JSON.parse(Buffer.concat(parts).toString()) as { requests: { total: number } }
  return requests.total
}

async function list(site: OpenNative, route: string, query = ''): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for (let page = 1; ; page += 1) {
    const items = (await ask(site, 'GET', `${route}?per_page=100&page=${page}${query}`)) as typeof found
    found.push(...items)
    if (items.length < 100) return found
  }
}

async function ask(site: OpenNative, method: string, route: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${site.url}/wp-json/wp/v2/${route}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${site.username}:${site.appPassword}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = (await response.json()) as { code?: string; data?: { term_id?: number } }
  if (answer.code === 'term_exists') return { id: answer.data?.term_id }
  if (!response.ok) throw new Error(`${method} ${route} is answered ${response.status}: ${answer.code}`)
  return answer
}

/** Serves a WordPress as the tests do, in a process that ends with this one. */
async function startServer(suite: string): Promise<{ server: NativeServer; stop: () => Promise<void> }> {
  installPackages()
  const folder = await unpackNewerWordPress(suite)
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/native/serve.ts', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    server: JSON.parse(line) as NativeServer,
    stop: async () => {
      child.stdin.end()
      await closed
    },
  }
}
