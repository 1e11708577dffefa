import { execFile } from 'node:child_process'
import { access, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSealedFile } from '../../src/files/sealed-files.ts'
import { resetSandbox, type Sandbox, startSandbox } from '../../src/sandbox/start.ts'

let root: string
let folder: string
let sandbox: Sandbox
let scheduled: { readonly id: number; readonly status: string }
/** Where this process listened while WordPress started: addresses as Linux writes them (proc(5), /proc/net/tcp). */
let listened: ReadonlySet<string>

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-sandbox-'))
  folder = path.join(root, '.sandbox')
  const starting = watchSockets()
  sandbox = await start()
  listened = await starting.stop()
})

function watchSockets(): { readonly stop: () => Promise<ReadonlySet<string>> } {
  const seen = new Set<string>()
  const look = async (): Promise<void> => {
    for (const address of await listeningAt()) seen.add(address)
  }
  const timer = setInterval(() => void look(), 20)
  return {
    stop: async () => {
      clearInterval(timer)
      await look()
      return seen
    },
  }
}

async function listeningAt(): Promise<string[]> {
  const handles = await readdir('/proc/self/fd')
  const open = new Set(
    await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => ''))),
  )
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/self/net/${name}`, 'utf8')))
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && open.has(`socket:[${inode}]`))
    .map(([, local = '']) => local.split(':')[0] ?? '')
}

afterAll(async () => {
  await sandbox.stop()
  await rm(root, { recursive: true, force: true })
})

async function start(): Promise<Sandbox> {
  return await startSandbox({
    project: { root },
    folder: '.sandbox',
    title: 'ブログ',
    language: 'ja',
    timezone: 'Asia/Tokyo',
    permalink: '/archives/%post_id%',
    share: true,
  })
}

async function ask(method: string, route: string, password: string, body?: unknown): Promise<Response> {
  return await fetch(`${sandbox.url}/wp-json${route}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${sandbox.username}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
      // A test may be busy for as long as the server keeps a connection open.
      connection: 'close',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Has the WordPress run a file of PHP, and returns what it prints. */
async function runPhp(code: string): Promise<string> {
  await writeFile(path.join(folder, 'wordpress/of-a-test.php'), `<?php ${code}`)
  return await (await fetch(`${sandbox.url}/of-a-test.php`, { headers: { connection: 'close' } })).text()
}

test('is a real WordPress with the settings asked for', async () => {
  const root = (await (await fetch(`${sandbox.url}/wp-json/`)).json()) as Record<string, unknown>
  expect(root).toMatchObject({ home: sandbox.url, url: sandbox.url, timezone_string: 'Asia/Tokyo' })
  const created = await ask('POST', '/wp/v2/posts', sandbox.appPassword, { title: 'Kept', status: 'publish' })
  const post = (await created.json()) as { id: number; link: string }
  expect(post.link).toBe(`${sandbox.url}/archives/${post.id}`)
  expect(await (await fetch(post.link)).text()).toContain('Kept')
})

test('takes a post that is due later for a scheduled one', async () => {
  const due = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, '')
  const body = { title: 'Soon', status: 'publish', date_gmt: due }
  const created = await ask('POST', '/wp/v2/posts', sandbox.appPassword, body)
  scheduled = (await created.json()) as typeof scheduled
  expect(scheduled).toMatchObject({ status: 'future' })
})

test('knows who is asking: the application password counts, nothing else does', async () => {
  expect((await ask('GET', '/wp/v2/users/me?context=edit', sandbox.appPassword)).status).toBe(200)
  expect((await ask('GET', '/wp/v2/users/me?context=edit', 'wrong')).status).toBe(401)
  expect((await fetch(`${sandbox.url}/wp-json/wp/v2/users/me`)).status).toBe(401)
  const login = await fetch(`${sandbox.url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP+Cookie+check' },
    body: new URLSearchParams({ log: sandbox.username, pwd: sandbox.adminPassword, testcookie: '1' }),
  })
  expect(login.status).toBe(302)
  expect(login.headers.get('location')).toContain('/wp-admin/')
})

test('listens on the loopback address only', async () => {
  const { port } = new URL(sandbox.url)
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address),
  )
  for (const address of others) {
    await expect(
      fetch(`http://${address}:${port}/`, { signal: AbortSignal.timeout(2_000) }),
    ).rejects.toThrow()
  }
})

test.runIf(process.platform === 'linux')('and has listened nowhere else from its first moment', () => {
  // 127.0.0.1, its bytes in the order of the machine.
  expect([...listened]).toEqual(['0100007F'])
})

test('names no address of other hosts that a browser would load', async () => {
  const pages = ['/', '/wp-login.php', '/?s=none'].map((page) => fetch(`${sandbox.url}${page}`))
  const html = (await Promise.all((await Promise.all(pages)).map((page) => page.text()))).join('\n')
  const loaded = [
    ...html.matchAll(/(?:src|srcset)=["']([^"']+)|<link[^>]+rel=["']stylesheet["'][^>]+href=["']([^"']+)/g),
  ]
  const hosts = loaded.map(([, src, href]) => new URL(src ?? href ?? '', sandbox.url).host)
  expect(new Set(hosts)).toEqual(new Set([new URL(sandbox.url).host]))
})

test('keeps its login to itself', async () => {
  expect((await stat(path.join(folder, 'credentials.json'))).mode & 0o077).toBe(0)
  await access(path.join(folder, '.gitignore'))
})

test('another process joins it while it runs', async () => {
  const script = `
    import { startSandbox } from '${path.resolve('src/sandbox/start.ts')}'
    const joined = await startSandbox({ project: ${JSON.stringify({ root })}, folder: '.sandbox', title: 'ブログ', language: 'ja', timezone: 'Asia/Tokyo', permalink: '/archives/%post_id%' })
    console.log(joined.url)
    await joined.stop()`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ])
  expect(stdout.trim()).toBe(sandbox.url)
  expect((await fetch(`${sandbox.url}/wp-json/`)).status).toBe(200)
})

test('keeps its posts, its port and its login between runs, even after a kill', async () => {
  const before = sandbox
  await before.stop()
  // A killed process leaves its lock behind; no process has this id.
  const left = JSON.stringify({ pid: 2 ** 22 + 1, url: before.url })
  writeSealedFile({ root }, '.sandbox/server.json', left)
  sandbox = await start()
  expect(sandbox).toMatchObject({
    url: before.url,
    appPassword: before.appPassword,
    adminPassword: before.adminPassword,
  })
  const posts = (await (
    await ask('GET', '/wp/v2/posts?search=Kept', sandbox.appPassword)
  ).json()) as unknown[]
  expect(posts).toHaveLength(1)
})

test('a scheduled post becomes public by itself once it is due', async () => {
  // The hour has passed: the post and its event are where they would be then, which no save of the post has seen.
  const passed = await runPhp(`
    require __DIR__ . '/wp-load.php';
    $due = array( 'post_date' => '2020-01-01 09:00:00', 'post_date_gmt' => '2020-01-01 00:00:00' );
    $wpdb->update( $wpdb->posts, $due, array( 'ID' => ${scheduled.id} ) );
    clean_post_cache( ${scheduled.id} );
    wp_clear_scheduled_hook( 'publish_future_post', array( ${scheduled.id} ) );
    wp_schedule_single_event( strtotime( '2020-01-01 00:00:00 UTC' ), 'publish_future_post', array( ${scheduled.id} ) );
    echo get_post( ${scheduled.id} )->post_status;`)
  expect(passed).toBe('future')
  const post = await ask('GET', `/wp/v2/posts/${scheduled.id}`, sandbox.appPassword)
  expect(await post.json()).toMatchObject({ status: 'publish', date_gmt: '2020-01-01T00:00:00' })
})

test('PHP keeps what it has compiled, and still sees what has changed', async () => {
  const compiled = `
    $status = opcache_get_status();
    echo json_encode( array( $status['opcache_enabled'], $status['cache_full'], isset( $status['scripts'][ABSPATH . 'wp-settings.php'] ) ) );`
  expect(await runPhp(`require __DIR__ . '/wp-load.php'; ${compiled}`)).toBe('[true,false,true]')
  for (const word of ['first', 'second', 'third']) expect(await runPhp(`echo '${word}';`)).toBe(word)
})

test('a reset forgets everything', async () => {
  await sandbox.stop()
  resetSandbox({ project: { root }, folder: '.sandbox' })
  sandbox = await start()
  const posts = (await (
    await ask('GET', '/wp/v2/posts?search=Kept', sandbox.appPassword)
  ).json()) as unknown[]
  expect(posts).toHaveLength(0)
})
