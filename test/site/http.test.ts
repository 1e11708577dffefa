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
  const caching: unknown[] = []
  const http = await serve((request, response) => {
    authorization = request.headers.authorization
    caching.push(request.headers['cache-control'])
    answer(200, { ok: true })(request, response)
  })
  expect((await http.get('/wp/v2/users/me', { context: 'edit' })).body).toEqual({ ok: true })
  await http.post('/wp/v2/posts/1', { title: 'A' })
  expect(authorization).toBe(`Basic ${Buffer.from(`writer:${password}`).toString('base64')}`)
  expect(server.requests).toEqual([
    expect.stringMatching(/^GET \/wp-json\/wp\/v2\/users\/me\?context=edit&nocache=\d+$/),
    'POST /wp-json/wp/v2/posts/1',
  ])
  expect(caching).toEqual(['no-cache', undefined])
  expect(http.counts).toEqual({ total: 2, mutating: 1 })
})

test('plain permalinks: the route travels as a parameter', async () => {
  const http = await serve(answer(200, []))
  http.usePlainRoutes()
  await http.get('/wp/v2/posts', { page: 2 })
  expect(server.requests).toEqual([
    expect.stringMatching(/^GET \/index\.php\?rest_route=%2Fwp%2Fv2%2Fposts&page=2&nocache=\d+$/),
  ])
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
    message: `${server.url} answered /wp/v2/posts with the web page "Maintenance", not with the REST API's JSON.`,
    exitCode: 3,
  })
})

test.each([403, 503])('the page that comes with a %i is named by its title', async (status) => {
  const page = '<html><head>\n<title>\n Just a moment&hellip;\u001b[31m </title></head><body></body></html>'
  const http = await serve(answer(status, page))
  expect(await failureOf(http.post('/wp/v2/posts', {}))).toMatchObject({
    message: expect.stringMatching(/(?:: | with )the web page "Just a moment… \[31m"\.?$/),
  })
})

test('PHP warnings before the JSON are passed over', async () => {
  const http = await serve(answer(201, '<br />\n<b>Warning</b>: Undefined array key [0] in x.php\n{"id":7}'))
  expect((await http.post('/wp/v2/posts', {})).body).toEqual({ id: 7 })
})

test('reads are sent again after failures that pass, writes never', async () => {
  const http = await serve(hangUp, answer(503, '', { 'retry-after': '0' }), answer(200, { id: 1 }))
  expect((await http.get('/wp/v2/posts/1')).body).toEqual({ id: 1 })
  expect(server.requests).toHaveLength(3)
  await server.close()

  for (const failure of [hangUp, answer(503, '', { 'retry-after': '0' }), answer(504, '')]) {
    for (const write of ['post', 'remove'] as const) {
      const writing = await serve(failure, answer(200, { id: 1 }))
      expect(await failureOf(writing[write]('/wp/v2/posts/1', {}))).toMatchObject({
        outcomeUnknown: true,
        exitCode: 3,
      })
      expect(server.requests).toHaveLength(1)
      await server.close()
    }
  }
  server = await startScriptedServer(answer(200, {}))
})

test('each pause is told before it, with its length and why', async () => {
  const pauses: unknown[] = []
  server = await startScriptedServer(
    hangUp,
    answer(503, '', { 'retry-after': '1' }),
    () => {},
    answer(200, { id: 1 }),
  )
  const http = new Http(new Connection(server.url, 'writer', password), {
    timeout: 300,
    onPause: ({ length, ...pause }) => {
      pauses.push({ ...pause, length, requests: server.requests.length })
    },
  })
  expect((await http.get('/wp/v2/posts/1')).body).toEqual({ id: 1 })
  expect(pauses).toMatchObject([
    { reason: 'the connection broke', isAsked: false, attempt: 2, requests: 1 },
    { reason: 'the site answered 503', isAsked: true, length: 1_000, attempt: 3, requests: 2 },
    { reason: 'the site did not answer within 0.3 s', isAsked: false, attempt: 4, requests: 3 },
  ])
})

test('a site that asks for hours ends the run at once, with the time to come back', async () => {
  const http = await serve(answer(503, '', { 'retry-after': '10800' }))
  expect(await failureOf(http.get('/wp/v2/posts'))).toMatchObject({
    message: 'The site answered 503 and asks to be left alone for 3 h.',
    advice: expect.stringMatching(/^Run the command again after \d{4}-\d\d-\d\d \d\d:\d\d:\d\d; it goes on/),
    exitCode: 3,
  })
  expect(server.requests).toHaveLength(1)
})

test.each([[301], [400], [401], [403], [404], [413], [501]])(
  'a %i is not asked for again',
  async (status) => {
    const http = await serve(answer(status, '', { location: 'https://elsewhere.example/' }))
    await failureOf(http.get('/wp/v2/posts'))
    expect(server.requests).toHaveLength(1)
  },
)

test('a refusal is final, and known to be one', async () => {
  const http = await serve(answer(400, { code: 'rest_invalid_param', message: 'Invalid parameter(s): date' }))
  expect(await failureOf(http.post('/wp/v2/posts/1', {}))).toMatchObject({
    outcomeUnknown: false,
    status: 400,
  })
  expect(server.requests).toHaveLength(1)
})

test('an answer that never comes is given up after the time-out', async () => {
  const http = await serve(() => {})
  const error = await failureOf(http.post('/wp/v2/posts', {}))
  expect(error).toMatchObject({ outcomeUnknown: true, exitCode: 3 })
  expect(String(error.message)).toContain('did not answer POST /wp/v2/posts within 1 s')
})

test('nobody listening is said plainly', async () => {
  const http = await serve(answer(200, {}))
  const { url } = server
  await server.close()
  expect(await failureOf(http.post('/wp/v2/posts', {}))).toMatchObject({
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
  expect(await failureOf(creating.post('/wp/v2/posts', {}))).toMatchObject({ outcomeUnknown: true })
  expect(server.requests).toHaveLength(1)
})

test('the time-out covers the body, too', async () => {
  const http = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":7')
  })
  const error = await failureOf(http.post('/wp/v2/posts', {}))
  expect(String(error.message)).toContain('did not answer POST /wp/v2/posts within 1 s')
})

test('a site that asks for patience is heard', async () => {
  const http = await serve(answer(429, '', { 'retry-after': '7' }))
  expect(await failureOf(http.post('/wp/v2/posts', {}))).toMatchObject({ mayPass: true, retryAfter: 7_000 })
})

test('no two reads ask for one address, so that no cache answers the second from the first', async () => {
  const http = await serve(hangUp, answer(200, []))
  await Promise.all([http.get('/wp/v2/posts'), http.get('/wp/v2/posts'), http.get('/wp/v2/posts')])
  expect(server.requests).toHaveLength(4)
  expect(new Set(server.requests).size).toBe(4)
})

test.each([
  [{ age: '35' }],
  [{ 'x-cache': 'HIT' }],
  [{ 'x-cache': 'MISS, HIT' }],
  [{ 'x-cache': 'Hit from cloudfront' }],
  [{ 'cf-cache-status': 'HIT' }],
  [{ 'x-litespeed-cache': 'hit,private' }],
])('an answer that a cache says to have had is not taken: %o', async (headers) => {
  const http = await serve(answer(200, [], headers))
  expect(await failureOf(http.get('/wp/v2/posts'))).toMatchObject({
    message: `${server.url} answered GET /wp/v2/posts from a cache: a cache in front of WordPress gives old answers.`,
    advice: expect.stringContaining('Exempt /wp-json/'),
    endsRun: true,
    exitCode: 3,
  })
  expect(server.requests).toHaveLength(1)
})

test.each([
  [{ age: '0' }],
  [{ 'x-cache': 'MISS' }],
  [{ 'x-cache': 'RefreshHit from cloudfront' }],
  [{ 'cf-cache-status': 'DYNAMIC' }],
  [{ 'x-litespeed-cache': 'miss' }],
])('a cache that asked the site is none: %o', async (headers) => {
  const http = await serve(answer(200, [], headers))
  expect((await http.get('/wp/v2/posts')).body).toEqual([])
})

test('an answer without end is not read to its end', async () => {
  let sent = 0
  server = await startScriptedServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const part = Buffer.alloc(1024 * 1024, 0x20)
    const more = (): void => {
      while (!response.destroyed) {
        sent += part.length
        if (!response.write(part)) break
      }
    }
    response.on('drain', more)
    more()
  })
  // The limit is the shorter one, also on a busy machine.
  const http = new Http(new Connection(server.url, 'writer', password), { timeout: 60_000, retries: 2 })
  expect(await failureOf(http.get('/wp/v2/posts'))).toMatchObject({
    message: `${server.url} answered GET /wp/v2/posts with more than 64 MB.`,
    mayPass: false,
    exitCode: 3,
  })
  expect(server.requests).toHaveLength(1)
  expect(sent).toBeLessThan(128 * 1024 * 1024)
})

test('an answer that announces too much is not read at all', async () => {
  const http = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400000000' })
    response.flushHeaders()
  })
  expect(await failureOf(http.post('/wp/v2/posts', {}))).toMatchObject({
    message: `${server.url} answered POST /wp/v2/posts with more than 64 MB.`,
    outcomeUnknown: true,
  })
})
