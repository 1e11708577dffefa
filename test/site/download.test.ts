import { afterEach, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { fileNameOf } from '../../src/site/file-name.ts'
import { Http } from '../../src/site/http.ts'
import { inTurn, page, type RoutedServer, startRoutedServer, status } from '../helpers/routed-server.ts'

const servers: RoutedServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(routes: Parameters<typeof startRoutedServer>[0], host?: string): Promise<RoutedServer> {
  const server = await startRoutedServer(routes, host)
  servers.push(server)
  return server
}

function httpTo(url: string, timeout = 2_000): Http {
  return new Http(new Connection(url, 'writer', 'secret'), { timeout, retries: 2 })
}

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00])

test('a file is read without our login, and again after failures that pass', async () => {
  let authorization: string | undefined = 'none yet'
  const site = await serve({
    '/a.png': inTurn(
      (request) => request.socket.destroy(),
      status(503, { 'retry-after': '0' }),
      (request, response) => {
        authorization = request.headers.authorization
        page(picture)(request, response)
      },
    ),
  })
  expect(await httpTo(site.url).download(`${site.url}/a.png`, site.url)).toEqual(picture)
  expect(authorization).toBeUndefined()
  expect(site.requests).toHaveLength(3)
})

test('a file that is not there is known not to be', async () => {
  const site = await serve({ '/gone.png': status(410) })
  const http = httpTo(site.url)
  expect(await http.download(`${site.url}/none.png`, site.url)).toBeUndefined()
  expect(await http.download(`${site.url}/gone.png`, site.url)).toBeUndefined()
  expect(site.requests).toHaveLength(2)
})

test.each<[string, Parameters<typeof startRoutedServer>[0][string], string]>([
  ['forbidden', status(403), 'the site answered 403'],
  ['in trouble', status(502), 'the site answered 502'],
  [
    'breaking off',
    (_, response) =>
      void response.writeHead(200, { 'content-length': '9' }).write('ab', () => response.destroy()),
    'the connection broke',
  ],
  ['silent', () => {}, 'the site did not answer within 0.3 s'],
  [
    'announced too large',
    (_, response) => void response.writeHead(200, { 'content-length': '99999999' }).flushHeaders(),
    'it is larger than 64 MB',
  ],
  ['redirecting in a circle', status(302, { location: '/a.png' }), 'it redirects more than 5 times'],
  ['redirecting nowhere', status(302), 'the site answered 302'],
])('a file that is %s cannot be read, which says nothing of what it holds', async (_, route, reason) => {
  const site = await serve({ '/a.png': route })
  const address = `${site.url}/a.png`
  await expect(httpTo(site.url, 300).download(address, site.url)).rejects.toMatchObject({
    message: `${address} cannot be read: ${reason}.`,
    short: reason,
    exitCode: 3,
  })
})

test('a redirect on the site is followed; no other host is ever asked', async () => {
  const elsewhere = await serve({ '/a.png': page(picture) })
  const site = await serve({
    '/moved.png': status(301, { location: '/a.png' }),
    '/a.png': page(picture),
    '/away.png': status(302, { location: `${elsewhere.url}/a.png` }),
  })
  const http = httpTo(site.url)
  expect(await http.download(`${site.url}/moved.png`, site.url)).toEqual(picture)
  const reason = `127.0.0.1:${elsewhere.port} is not the host of ${site.url}`
  for (const address of [`${site.url}/away.png`, `${elsewhere.url}/a.png`]) {
    await expect(http.download(address, site.url)).rejects.toMatchObject({ short: reason })
  }
  for (const address of ['file:///etc/hostname', 'no address', 'data:image/png;base64,AA==']) {
    await expect(http.download(address, site.url)).rejects.toMatchObject({ mayPass: false, exitCode: 3 })
  }
  expect(elsewhere.requests).toEqual([])
  // The public address of the site may be another one than that of the login.
  expect(await http.download(`${elsewhere.url}/a.png`, elsewhere.url)).toEqual(picture)
})

test('by http and by https a host is one', async () => {
  const http = httpTo('https://127.0.0.1')
  // Nothing listens there, but it is asked.
  await expect(http.download('http://127.0.0.1/a.png', 'https://127.0.0.1')).rejects.toMatchObject({
    short: 'the connection broke',
  })
})

test.each([
  ['https://blog.example/wp-content/uploads/a%20b.png?ver=1#x', 'a%20b.png'],
  ['/wp-content/uploads/a.png', 'a.png'],
  ['a.png', 'a.png'],
  ['https://blog.example/', ''],
  ['', ''],
  ['http://[', '['],
])('of whatever stands in place of an address there is a file name: %s', (address, name) => {
  expect(fileNameOf(address)).toBe(name)
})
