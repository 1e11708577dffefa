import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { Http } from '../../src/site/http.ts'
import { answer, hangUp, type ScriptedServer, startScriptedServer } from '../helpers/scripted-server.ts'

const password = 'abcd EFGH ijkl'
let server: ScriptedServer

afterEach(async () => {
  await server.close()
})

async function serve(...scripts: Parameters<typeof startScriptedServer>): Promise<Http> {
  server = await startScriptedServer(...scripts)
  return new Http(new Connection(server.url, 'writer', password), { timeout: 1_000, retries: 2 })
}

async function failureOf(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await promise.then(
    () => expect.unreachable('the request should have failed'),
    (reason: unknown) => reason,
  )
  return error as Record<string, unknown>
}

test('logs in with every request and counts what it sends', async () => {
  let authorization: string | undefined
  const http = await serve((request, response) => {
    authorization = request.headers.authorization
    answer(200, { ok: true })(request, response)
  })
  expect((await http.get('/wp/v2/users/me', { context: 'edit' })).body).toEqual({ ok: true })
  await http.update('/wp/v2/posts/1', { title: 'A' })
  expect(authorization).toBe(`Basic ${Buffer.from(`writer:${password}`).toString('base64')}`)
  expect(server.requests).toEqual(['GET /wp-json/wp/v2/users/me?context=edit', 'POST /wp-json/wp/v2/posts/1'])
  expect(http.counts).toEqual({ total: 2, mutating: 1 })
})

test('plain permalinks: the route travels as a parameter', async () => {
  const http = await serve(answer(200, []))
  http.usePlainRoutes()
  await http.get('/wp/v2/posts', { page: 2 })
  expect(server.requests).toEqual(['GET /index.php?rest_route=%2Fwp%2Fv2%2Fposts&page=2'])
})

test('a redirect is never followed, since the login would travel along', async () => {
  const http = await serve(answer(301, '', { location: 'https://elsewhere.example/wp-json/wp/v2/posts' }))
  expect(await failureOf(http.get('/wp/v2/posts'))).toMatchObject({
    message: `${server.url} redirects to https://elsewhere.example, and a login never follows a redirect.`,
    advice: 'If https://elsewhere.example is your site, set WP_URL to it.',
    exitCode: 3,
  })
  expect(server.requests).toHaveLength(1)
})

test('a refused login names the remedy and not the password', async () => {
  const http = await serve(answer(401, { code: 'rest_not_logged_in', message: 'You are not logged in.' }))
  const error = await failureOf(http.get('/wp/v2/users/me'))
  expect(error).toMatchObject({ exitCode: 3, status: 401, code: 'rest_not_logged_in' })
  expect(JSON.stringify({ ...error, text: String(error) })).not.toContain(password)
})

test('a web page in place of JSON is said to be one', async () => {
  const http = await serve(answer(200, '<!doctype html><title>Maintenance</title>'))
  expect(await failureOf(http.get('/wp/v2/posts'))).toMatchObject({
    message: `${server.url} answered /wp/v2/posts with a web page, not with the REST API's JSON.`,
    exitCode: 3,
  })
})

test('PHP warnings before the JSON are passed over', async () => {
  const http = await serve(answer(201, '<br />\n<b>Warning</b>: Undefined array key [0] in x.php\n{"id":7}'))
  expect((await http.create('/wp/v2/posts', {})).body).toEqual({ id: 7 })
})

test('reads and updates are sent again after failures that pass, creates never', async () => {
  const http = await serve(hangUp, answer(503, '', { 'retry-after': '0' }), answer(200, { id: 1 }))
  expect((await http.update('/wp/v2/posts/1', {})).body).toEqual({ id: 1 })
  expect(server.requests).toHaveLength(3)
  await server.close()

  const creating = await serve(hangUp, answer(201, { id: 1 }))
  expect(await failureOf(creating.create('/wp/v2/posts', {}))).toMatchObject({
    outcomeUnknown: true,
    exitCode: 3,
  })
  expect(server.requests).toHaveLength(1)
})

test('a refusal is final, and known to be one', async () => {
  const http = await serve(answer(400, { code: 'rest_invalid_param', message: 'Invalid parameter(s): date' }))
  expect(await failureOf(http.update('/wp/v2/posts/1', {}))).toMatchObject({
    outcomeUnknown: false,
    status: 400,
  })
  expect(server.requests).toHaveLength(1)
})

test('an answer that never comes is given up after the time-out', async () => {
  const http = await serve(() => {})
  const error = await failureOf(http.create('/wp/v2/posts', {}))
  expect(error).toMatchObject({ outcomeUnknown: true, exitCode: 3 })
  expect(String(error.message)).toContain('did not answer POST /wp/v2/posts in time')
})

test('nobody listening is said plainly', async () => {
  const http = await serve(answer(200, {}))
  const { url } = server
  await server.close()
  expect(await failureOf(http.create('/wp/v2/posts', {}))).toMatchObject({
    message: `${url} cannot be reached (ECONNREFUSED).`,
    exitCode: 3,
  })
  server = await startScriptedServer(answer(200, {}))
})

test('an answer that breaks off is a broken connection: a read is sent again, a create is looked into', async () => {
  const half = (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":7,"title":{"ra')
  }
  const reading = await serve(half, answer(200, { id: 7 }))
  expect((await reading.get('/wp/v2/posts/7')).body).toEqual({ id: 7 })
  expect(server.requests).toHaveLength(2)
  await server.close()

  const creating = await serve(half)
  expect(await failureOf(creating.create('/wp/v2/posts', {}))).toMatchObject({ outcomeUnknown: true })
  expect(server.requests).toHaveLength(1)
})

test('the time-out covers the body, too', async () => {
  const http = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":7')
  })
  const error = await failureOf(http.create('/wp/v2/posts', {}))
  expect(String(error.message)).toContain('did not answer POST /wp/v2/posts in time')
})

test('a site that asks for patience is heard', async () => {
  const http = await serve(answer(429, '', { 'retry-after': '7' }))
  expect(await failureOf(http.create('/wp/v2/posts', {}))).toMatchObject({ mayPass: true, retryAfter: 7_000 })
})
