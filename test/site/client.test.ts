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
