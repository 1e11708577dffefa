import { afterEach, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Client } from '../../src/site/client.ts'
import { answer, type ScriptedServer, startScriptedServer } from '../helpers/scripted-server.ts'

let server: ScriptedServer

afterEach(() => server.close())

const index = (authentication: unknown) => ({
  url: 'https://blog.example',
  namespaces: ['wp/v2'],
  timezone_string: 'Asia/Tokyo',
  authentication,
})
const refused = answer(401, { code: 'rest_not_logged_in', message: 'You are not currently logged in.' })
const user = answer(200, { id: 1, name: 'writer', capabilities: { edit_posts: true } })

async function connect(...scripts: Parameters<typeof startScriptedServer>): Promise<Client> {
  server = await startScriptedServer(...scripts)
  return await Client.connect(new Connection(server.url, 'writer', 'secret'), { retries: 0 })
}

test('where the site accepts no application passwords, that is said and not that the login is wrong', async () => {
  await expect(connect(answer(200, index([])), refused)).rejects.toMatchObject({
    message: expect.stringContaining('accepts no application passwords, so no login can work.'),
    exitCode: 3,
  })
})

test('where it accepts them, a refused login is one', async () => {
  const passwords = { 'application-passwords': { endpoints: {} } }
  await expect(connect(answer(200, index(passwords)), refused)).rejects.toMatchObject({
    message: expect.stringContaining('refuses the login'),
  })
})

test('another way to log in is as good', async () => {
  await expect(connect(answer(200, index([])), user)).resolves.toMatchObject({ user: { name: 'writer' } })
})

test('a site without a trash is told as one', async () => {
  const client = await connect(
    answer(200, index([])),
    user,
    answer(501, { code: 'rest_trash_not_supported', message: 'The post does not support trashing.' }),
  )
  await expect(client.trashPost(5)).rejects.toMatchObject({
    message: `${server.url} keeps no trash, so nothing was moved there.`,
    mayPass: false,
  })
})

test('an attachment without a file spoils no list', async () => {
  const attachment = { id: 5, slug: 'lost', source_url: false, alt_text: '', author: 1 }
  const client = await connect(
    answer(200, index([])),
    user,
    answer(200, [attachment], { 'x-wp-totalpages': '1' }),
  )
  expect(await client.listMediaById([5])).toMatchObject([{ id: 5, url: '' }])
})

test('where the site cannot be reached at all any more, that ends the run', async () => {
  const client = await connect(answer(200, index([])), user)
  await server.close()
  // A connection that was kept open breaks first; whether there is another one is found out by the next request.
  await expect(client.updatePost(5, {})).rejects.toMatchObject({ exitCode: 3 })
  await expect(client.updatePost(5, {})).rejects.toMatchObject({ endsRun: true, exitCode: 3 })
  server = await startScriptedServer(answer(200, {}))
})

test.each([[answer(429, '')], [answer(503, '', { 'retry-after': '10800' })]])(
  'a site that wants to be left alone ends the run',
  async (script) => {
    const client = await connect(answer(200, index([])), user, script)
    await expect(client.readPost(5)).rejects.toMatchObject({ endsRun: true })
  },
)

test.each([
  [answer(401, { code: 'rest_cannot_edit' })],
  [
    answer(400, {
      code: 'rest_invalid_param',
      data: { details: { status: { code: 'rest_forbidden_status' } } },
    }),
  ],
])('a refusal is a lost login only where the site knows us no more', async (refusal) => {
  const still = await connect(answer(200, index([])), user, refusal, user)
  await expect(still.updatePost(5, {})).rejects.toMatchObject({ endsRun: false })
  await server.close()
  const lost = await connect(answer(200, index([])), user, refusal, refused)
  await expect(lost.updatePost(5, {})).rejects.toMatchObject({
    message: expect.stringContaining('does not accept the login any more'),
    endsRun: true,
  })
})
