import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { startTestNative } from '../helpers/sandbox.ts'
import { readWorld } from '../helpers/site-world.ts'

const ARTICLES = 30

let wordpress: Awaited<ReturnType<typeof startTestNative>>
let proxy: FaultProxy
let root: string
let plugin: string
let plugins = 0

beforeAll(async () => {
  wordpress = await startTestNative()
  proxy = await startFaultProxy(wordpress.url)
})

beforeEach(async () => {
  await wordpress.reset()
  plugins += 1
  // PHP keeps the code of a file for some seconds, whatever stands in it by then.
  const folder = path.join(inject('nativeServer').folder, 'wordpress/wp-content/mu-plugins')
  plugin = path.join(folder, `batches-${plugins}.php`)
  root = await mkdtemp(path.join(tmpdir(), 'rensai-batches-'))
  await mkdir(path.join(root, 'posts'))
  await writeFile(path.join(root, 'wp.config.json'), JSON.stringify({ site: { url: wordpress.url } }))
  await writeArticles('')
})

afterEach(async () => {
  await rm(plugin, { force: true })
  await rm(root, { recursive: true, force: true })
})

afterAll(async () => {
  await proxy?.close()
})

async function writeArticles(end: string): Promise<void> {
  for (let number = 0; number < ARTICLES; number += 1) {
    const tags = `[Tag ${number % 7}, Tag ${7 + (number % 5)}]`
    await writeFile(
      path.join(root, `posts/article-${number}.md`),
      `---\ntitle: Article ${number}\nslug: article-${number}\nstatus: publish\ntags: ${tags}\n---\n\nText ${number}.${end}\n`,
    )
  }
}

async function publish(): Promise<CliResult> {
  const args = ['publish', '--json', '--config', path.join(root, 'wp.config.json')]
  return await runCli(args, { ...wordpress.environment, WP_URL: proxy.url })
}

/** How many requests a run took. */
function requestsOf(result: CliResult): { readonly total: number; readonly mutating: number } {
  return (result.json() as { requests: { total: number; mutating: number } }).requests
}

async function expectAllThere(count = ARTICLES): Promise<void> {
  const { posts, terms } = await readWorld(wordpress)
  expect(posts.map(({ slug, status }) => `${slug} ${status}`).sort()).toEqual(
    Array.from({ length: count }, (_, number) => `article-${number} publish`).sort(),
  )
  // Uncategorized and twelve tags.
  expect(terms).toHaveLength(13)
}

test('many articles take few requests, new ones and changed ones, and unchanged ones fewer still', async () => {
  const created = await publish()
  expect(created.exitCode, created.stderr).toBe(0)
  await expectAllThere()
  // A draft and its completion for each article, and twelve tags, would be 72 alone.
  expect(requestsOf(created).mutating).toBeLessThan(25)

  const unchanged = await publish()
  expect(requestsOf(unchanged)).toEqual({ total: expect.any(Number), mutating: 0 })
  expect(requestsOf(unchanged).total).toBeLessThanOrEqual(9)

  await writeArticles(' More.')
  const updated = await publish()
  expect(updated.exitCode, updated.stderr).toBe(0)
  expect(requestsOf(updated).mutating).toBeLessThan(10)
  const { posts } = await readWorld(wordpress)
  expect(posts.filter(({ content }) => String(content).includes(' More.'))).toHaveLength(ARTICLES)
})

test('WordPress counts the posts of each tag right, although several are saved at once', async () => {
  expect((await publish()).exitCode).toBe(0)
  const tags = await wordpress.rest<{ id: number; count: number }[]>('GET', '/wp/v2/tags?per_page=100')
  const counted = await Promise.all(
    tags.map(async ({ id }) => {
      const posts = await wordpress.rest<unknown[]>('GET', `/wp/v2/posts?tags=${id}&per_page=100`)
      return posts.length
    }),
  )
  expect(tags.map(({ count }) => count)).toEqual(counted)
})

test('where PHP dies of one article, the others of its request are published once each, and it alone is told', async () => {
  await writeFile(
    plugin,
    `<?php add_filter( 'rest_pre_insert_post', function ( $post ) {
  if ( 'article-13' === ( $post->post_name ?? '' ) ) call_to_undefined();
  return $post;
} );`,
  )
  const { exitCode, stderr } = await publish()
  expect(exitCode, stderr).toBe(5)
  expect(stderr.match(/ failed: /g)).toHaveLength(1)
  expect(stderr).toMatch(/article-13 .* failed: .* answered 500/)
  const shown = (await readWorld(wordpress)).posts.filter(({ status }) => status === 'publish')
  expect(shown).toHaveLength(ARTICLES - 1)

  await rm(plugin)
  const again = await publish()
  expect(again.exitCode, again.stderr).toBe(0)
  await expectAllThere()
})

/** Code that runs when one article is about to be saved, others of its request having been saved. */
const atOne = (code: string): string => `add_filter( 'rest_pre_insert_post', function ( $post ) {
  if ( 'article-13' === ( $post->post_name ?? '' ) ) { ${code} }
  return $post;
} );`

test.each([
  ['a refusal', `wp_die( 'No entry', 403 );`, 'No entry'],
  ['a refusal of its own', `status_header( 403 ); echo '{"success":false}'; exit;`, 'does not allow'],
  [
    'a refusal with a code',
    `wp_send_json( array( 'code' => 'no', 'message' => 'Not here' ), 403 );`,
    'Not here',
  ],
  ['a bad request', `wp_send_json_error( null, 400 );`, 'answered 400'],
  [
    'a page that is not found',
    `status_header( 404 ); header( 'Content-Type: text/html' ); exit( '<title>Gone</title>' );`,
    'Gone',
  ],
  ['a redirect', `wp_redirect( 'https://other.example/' ); exit;`, 'redirects to'],
])('%s amid the writes of a request concerns one of them, and none is made twice', async (_, code, words) => {
  await writeFile(plugin, `<?php ${atOne(code)}`)
  const { exitCode, stderr } = await publish()
  expect(exitCode, stderr).toBe(5)
  expect(stderr.match(/ failed: /g)).toHaveLength(1)
  expect(stderr).toContain(words)
  const { posts } = await readWorld(wordpress)
  expect(posts.filter(({ status }) => status === 'publish')).toHaveLength(ARTICLES - 1)
  expect(posts.filter(({ status }) => status === 'trash')).toEqual([])
})

test.each([
  [
    'blocks them with a page',
    `add_filter( 'rest_pre_dispatch', function ( $result, $server, $request ) {
  if ( '/batch/v1' !== $request->get_route() ) return $result;
  status_header( 403 );
  header( 'Content-Type: text/html' );
  exit( '<html><head><title>Request blocked by firewall</title></head><body>Blocked</body></html>' );
}, 10, 3 );`,
  ],
  [
    'has switched batches off',
    `add_filter( 'rest_endpoints', function ( $routes ) { unset( $routes['/batch/v1'] ); return $routes; } );`,
  ],
  [
    'refuses them, as a firewall does',
    `add_filter( 'rest_pre_dispatch', function ( $result, $server, $request ) {
  return '/batch/v1' === $request->get_route() ? new WP_Error( 'forbidden', 'No.', array( 'status' => 403 ) ) : $result;
}, 10, 3 );`,
  ],
  [
    'takes no post in a batch',
    `add_filter( 'register_post_type_args', function ( $args ) {
  $args['rest_controller_class'] = 'Single_Posts';
  return $args;
} );
add_action( 'rest_api_init', function () {
  class Single_Posts extends WP_REST_Posts_Controller { protected $allow_batch = false; }
}, 1 );`,
  ],
])('a site that %s gets each write alone', async (_, code) => {
  await writeFile(plugin, `<?php ${code}`)
  const { exitCode, stderr } = await publish()
  expect(exitCode, stderr).toBe(0)
  await expectAllThere()
})

test('a host that allows few requests at a time is waited for, and nothing fails', async () => {
  await writeFile(
    plugin,
    `<?php add_filter( 'rest_pre_dispatch', function ( $result, $server, $request ) {
  if ( '/batch/v1' !== $request->get_route() ) return $result;
  $lock = fopen( sys_get_temp_dir() . '/rensai-few', 'c' );
  if ( flock( $lock, LOCK_EX | LOCK_NB ) ) {
    register_shutdown_function( function () use ( $lock ) { fclose( $lock ); } );
    return $result;
  }
  header( 'Retry-After: 1' );
  return new WP_Error( 'too_many', 'Too many.', array( 'status' => 429 ) );
}, 10, 3 );`,
  )
  const { exitCode, stderr } = await publish()
  expect(exitCode, stderr).toBe(0)
  await expectAllThere()
})
