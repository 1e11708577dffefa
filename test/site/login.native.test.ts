import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Client } from '../../src/site/client.ts'
import { runCli } from '../helpers/cli.ts'
import { startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject } from '../helpers/project.ts'
import { restOf, startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox

beforeAll(async () => {
  wordpress = await startTestSandbox()
})

afterAll(async () => {
  await wordpress?.stop()
})

async function connectAs(environment: Record<string, string>): Promise<Client> {
  const { WP_URL = '', WP_USERNAME = '', WP_APP_PASSWORD = '' } = environment
  return await Client.connect(new Connection(WP_URL, WP_USERNAME, WP_APP_PASSWORD), { retries: 0 })
}

test('a Subscriber is told so when the login is proved', async () => {
  await expect(connectAs(await wordpress.createUser('reader', 'subscriber'))).rejects.toMatchObject({
    message: `The user "reader" may not write posts on ${wordpress.url}.`,
    exitCode: 3,
  })
})

test('a server that keeps the login to itself is told, with the lines that mend it', async () => {
  const project = await copyProject('test/fixtures/pair')
  const proxy = createServer(async (request, response) => {
    const { method = 'GET', headers } = request
    const found = await fetch(`${wordpress.url}${request.url}`, {
      redirect: 'manual',
      method,
      headers: { 'content-type': headers['content-type'] ?? '' },
      ...(method === 'GET' ? {} : { body: await buffer(request) }),
    })
    const type = found.headers.get('content-type') ?? ''
    response.writeHead(found.status, { 'content-type': type }).end(await found.text())
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const WP_URL = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const { exitCode, stderr } = await runCli(['plan', '--config', project.config], {
    ...wordpress.environment,
    WP_URL,
  })
  proxy.close()
  await project.remove()
  expect(exitCode).toBe(3)
  expect(stderr).toContain(`error ${WP_URL} refuses the login, since none reached WordPress.`)
  expect(stderr).toContain('\n    SetEnvIf Authorization "(.+)" HTTP_AUTHORIZATION=$1\n')
  expect(stderr).toContain('\n    proxy_set_header Authorization $http_authorization;\n')
})

test('a password that is revoked ends the run, whatever is asked for next', async () => {
  const environment = await wordpress.createUser('leaver', 'editor')
  const { id } = await wordpress.rest('POST', '/wp/v2/posts', { title: 'A', status: 'draft', slug: 'a' })
  const client = await connectAs(environment)
  expect((await client.readPost(Number(id))).slug).toBe('a')
  await restOf(environment)('DELETE', '/wp/v2/users/me/application-passwords').catch(() => {})

  const lost = {
    message: `${wordpress.url} does not accept the login any more, which it did when this run began.`,
    endsRun: true,
  }
  await expect(client.updatePost(Number(id), { title: 'B' })).rejects.toMatchObject(lost)
  await expect(client.createPost({ title: 'B' })).rejects.toMatchObject(lost)
  await expect(client.trashPost(Number(id))).rejects.toMatchObject(lost)
  await expect(client.readPost(Number(id))).rejects.toMatchObject(lost)
  await expect(client.listPostsBySlug(['a'])).rejects.toMatchObject(lost)
  await expect(client.listRevisions(Number(id))).rejects.toMatchObject(lost)
  await expect(client.listMediaBySlug(['a'])).rejects.toMatchObject(lost)
  await expect(client.kindOfId(Number(id))).rejects.toMatchObject(lost)
})

test('a password that is revoked in the middle of a publish is told once, and the rest is skipped', async () => {
  const environment = await wordpress.createUser('quitter', 'administrator')
  const proxy = await startFaultProxy(wordpress.url)
  const project = await copyProject('test/fixtures/pair')
  try {
    // A category and a tag at once, then a picture, then the first draft alone; it is not completed any more.
    proxy.inject(3, async () => {
      await restOf(environment)('DELETE', '/wp/v2/users/me/application-passwords').catch(() => {})
    })
    const { exitCode, stdout, stderr } = await runCli(
      ['publish', '--json', '--create-categories', '--config', project.config],
      { ...environment, WP_URL: proxy.url },
    )
    expect(stderr.match(/does not accept the login any more/g)).toHaveLength(1)
    expect(exitCode).toBe(5)
    const { outcomes } = JSON.parse(stdout) as { outcomes: { status: string; error?: string }[] }
    expect(outcomes.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'applied',
      'skipped',
      'failed',
    ])
    expect(outcomes.filter(({ error }) => error !== undefined)).toHaveLength(1)
  } finally {
    await proxy.close()
    await project.remove()
  }
})

test('a right that is missing is no lost login', async () => {
  const client = await connectAs(await wordpress.createUser('helper', 'contributor'))
  const { id } = await wordpress.rest('POST', '/wp/v2/posts', { title: 'B', status: 'publish', slug: 'b' })
  await expect(client.updatePost(Number(id), { title: 'C' })).rejects.toMatchObject({
    status: 403,
    endsRun: false,
  })
})

test('an Editor finds the authors although he may not list users; nobody is said to be missing whom he may not see', async () => {
  const editor = await connectAs(await wordpress.createUser('editing', 'editor'))
  const admin = await connectAs(wordpress.environment)
  await wordpress.createUser('newcomer', 'author')
  const id = await admin.findAuthor('newcomer')
  expect(id).toBeGreaterThan(0)
  expect(await editor.findAuthor('newcomer')).toBe(id)
  expect(await admin.findAuthor('nobody')).toBeUndefined()
  await expect(editor.findAuthor('nobody')).rejects.toMatchObject({
    message: 'The user "editing" may not look up users, so it is not known who "nobody" is.',
    exitCode: 3,
  })
})

test('what an id belongs to', async () => {
  const { rest } = wordpress
  const idOf = async (route: string, body: object): Promise<number> =>
    Number((await rest('POST', route, body)).id)
  const post = await idOf('/wp/v2/posts', { title: 'P', status: 'draft' })
  const trashed = await idOf('/wp/v2/posts', { title: 'T', status: 'draft' })
  await rest('DELETE', `/wp/v2/posts/${trashed}`)
  const page = await idOf('/wp/v2/pages', { title: 'P', status: 'draft' })
  const block = await idOf('/wp/v2/blocks', { title: 'B', content: 'b', status: 'publish' })
  const picture = await fetch(`${wordpress.url}/index.php?rest_route=/wp/v2/media`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${wordpress.username}:${wordpress.appPassword}`).toString('base64')}`,
      'content-disposition': 'attachment; filename="dot.gif"',
      'content-type': 'image/gif',
    },
    body: Buffer.from('R0lGODlhAQABAAAAACw=', 'base64'),
  })
  const { id: attachment } = (await picture.json()) as { id: number }

  const ids = [post, trashed, page, attachment, block, 999_999]
  const admin = await connectAs(wordpress.environment)
  const kinds = ['post', 'post', 'page', 'attachment', 'wp_block', 'none']
  expect(await Promise.all(ids.map((id) => admin.kindOfId(id)))).toEqual(kinds)
  expect(await Promise.all(ids.map((id) => admin.hasPost(id)))).toEqual(kinds.map((kind) => kind === 'post'))
  const author = await connectAs(await wordpress.createUser('scribe', 'author'))
  expect(await Promise.all([trashed, page, 999_999].map((id) => author.kindOfId(id)))).toEqual([
    'post',
    'page',
    'none',
  ])
  expect(await author.hasPost(trashed)).toBe(true)
})
