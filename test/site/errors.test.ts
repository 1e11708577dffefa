import { expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Client } from '../../src/site/client.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

async function refusal(...script: Parameters<typeof answer>) {
  const server = await startScriptedServer(answer(...script))
  const to = new Connection(server.url, 'writer', 'secret')
  const error = await Client.connect(to, { retries: 0 }).catch((reason: unknown) => reason)
  await server.close()
  return { url: server.url, error }
}

const WARNING =
  '<br />\n<b>Warning</b>:  Undefined variable $a in <b>/home/a.php</b> on line <b>3</b><br />\n'

test('an error of WordPress is one behind warnings of PHP, too, and no page of a firewall', async () => {
  const json = JSON.stringify({ code: 'incorrect_password', message: 'Wrong.', data: { status: 403 } })
  const { url, error } = await refusal(403, `${WARNING}${json}`)
  expect(error).toMatchObject({
    message: `${url} does not allow GET /: Wrong.`,
    code: 'incorrect_password',
    data: { status: 403 },
    gatekeeper: undefined,
  })
})

test.each([500, 200])('PHP that has run out of memory says so, answering %i', async (status) => {
  const fatal =
    '<br />\n<b>Fatal error</b>:  Allowed memory size of 41943040 bytes exhausted (tried to allocate 20480 bytes)'
  const { url, error } = await refusal(status, fatal)
  // A page in place of the index is looked at twice, since with plain permalinks it would be one of the theme.
  expect(error).toMatchObject({
    message: `PHP of ${url} has run out of memory: it may use 40 MB.`,
    example: expect.stringContaining("define( 'WP_MEMORY_LIMIT', '256M' );"),
    exitCode: 3,
  })
})

test.each([401, 403])('a REST API that is switched off is no refused login: %i', async (status) => {
  const { url, error } = await refusal(status, { code: 'rest_cannot_access', message: 'Not for you.' })
  expect(error).toMatchObject({
    message: `${url} has its REST API switched off (rest_cannot_access): Not for you.`,
    advice: expect.stringContaining('SiteGuard'),
  })
})

test('a redirect to what is no address of the web names none', async () => {
  const { url, error } = await refusal(302, '', { location: 'javascript:alert(1)' })
  expect(error).toMatchObject({
    message: `${url} redirects to an unreadable address, and a login never follows a redirect.`,
  })
})
