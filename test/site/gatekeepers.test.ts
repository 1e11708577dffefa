import { expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Client } from '../../src/site/client.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

/** What the first answer of a site says to whoever connects, and how often it was asked. */
async function refusal(...script: Parameters<typeof answer>) {
  const server = await startScriptedServer(answer(...script))
  const to = new Connection(server.url, 'writer', 'secret')
  const error = await Client.connect(to, { retries: 0 }).catch((reason: unknown) => reason)
  await server.close()
  return { url: server.url, error, asked: server.requests.length }
}

test('Basic authentication before the site', async () => {
  const page = '<html><head><title>401 Authorization Required</title></head></html>'
  const { url, error, asked } = await refusal(401, page, { 'www-authenticate': 'Basic realm="Staging"' })
  expect(error).toMatchObject({
    message: `${url} is behind a password of its web server (Basic authentication, "Staging"), which lets no login of WordPress through.`,
    example: expect.stringContaining('\nauth_basic $realm;'),
    exitCode: 3,
    endsRun: true,
  })
  expect(asked).toBe(1)
})

test('a 401 of WordPress is a refused login, whatever header comes along', async () => {
  const body = { code: 'incorrect_password', message: 'The password is wrong.' }
  const { url, error } = await refusal(401, body, { 'www-authenticate': 'Basic realm="x"' })
  expect(error).toMatchObject({ message: `${url} refuses the login: The password is wrong.`, endsRun: false })
})

test('a firewall that answers with a page of its own is asked once', async () => {
  const { url, error, asked } = await refusal(403, '<html><title>WAF &#8212; blocked</title></html>')
  expect(error).toMatchObject({
    message: `${url} is behind a firewall or a security plugin, which refused GET / with the web page "WAF — blocked".`,
    advice: expect.stringContaining('exempt /wp-json/ for your address'),
    endsRun: true,
  })
  expect(asked).toBe(1)
})

test('a 403 of WordPress is a right that the user lacks', async () => {
  const { error } = await refusal(403, { code: 'rest_forbidden', message: 'Sorry.' })
  expect(error).toMatchObject({ code: 'rest_forbidden', endsRun: false })
})

test.each([
  [{ code: 'wp_die', message: 'Briefly unavailable for scheduled maintenance.', data: { status: 503 } }],
  ['<!DOCTYPE html><title>メンテナンス</title><p>ただいまメンテナンス中です。</p>'],
  ['<html><head><title>Maintenance</title></head><body>Check back in a minute.</body></html>'],
])('a site that is closed for maintenance: %j', async (body) => {
  const { url, error } = await refusal(503, body)
  expect(error).toMatchObject({
    message: `${url} is closed for maintenance (503).`,
    advice: expect.stringContaining('delete the file .maintenance'),
  })
  // WordPress asks to wait for ten minutes.
  const patient = await refusal(503, body, { 'retry-after': '600' })
  expect(patient.error).toMatchObject({
    message: 'The site is closed for maintenance and asks to be left alone for 10 min.',
    advice: expect.stringContaining('delete the file .maintenance'),
  })
  expect(patient.asked).toBe(1)
})

test('any other 503 is a failure that may pass', async () => {
  const { error } = await refusal(503, '<html><title>503 Backend fetch failed</title></html>')
  expect(error).toMatchObject({ short: 'the site answered 503', mayPass: true })
})
