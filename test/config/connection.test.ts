import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Connection, connectionFrom as connectionOf, timeoutFrom } from '../../src/config/connection.ts'
import type { Variables } from '../../src/config/environment.ts'

const connectionFrom = (own: Variables, file: Variables = {}) => connectionOf({ own, file })

const login = { WP_USERNAME: 'writer', WP_APP_PASSWORD: 'abcd efgh' }

test('nothing set means the embedded WordPress', () => {
  expect(connectionFrom({ PATH: '/bin' })).toBeUndefined()
})

test('some set is a mistake that names what is missing', () => {
  expect(() => connectionFrom({ WP_URL: 'https://e.example' })).toThrow(
    'WP_USERNAME and WP_APP_PASSWORD are not set.',
  )
})

test.each([
  ['https://e.example/', 'https://e.example'],
  ['https://e.example/blog/', 'https://e.example/blog'],
  ['https://e.example/blog/wp-admin/index.php', 'https://e.example/blog'],
  ['https://e.example/wp-login.php', 'https://e.example'],
  ['https://e.example/blog/wp-json/', 'https://e.example/blog'],
  ['https://e.example/xmlrpc.php', 'https://e.example'],
  ['https://e.example/wp-admin-notes', 'https://e.example/wp-admin-notes'],
  ['http://localhost:8881', 'http://localhost:8881'],
  ['http://127.0.0.1:9400/', 'http://127.0.0.1:9400'],
  ['http://[::1]:9400', 'http://[::1]:9400'],
])('%s is %s', (WP_URL, url) => {
  expect(connectionFrom({ ...login, WP_URL })?.url).toBe(url)
})

test.each([
  ['http://e.example', 'WP_URL is http://e.example: the password would travel in clear.'],
  ['http://127.0.0.1.e.example', 'WP_URL is http://127.0.0.1.e.example: the password would travel in clear.'],
  ['e.example', 'WP_URL is not a web address.'],
  ['ftp://e.example', 'WP_URL is not a web address.'],
  ['https://me:secret@e.example', 'WP_URL holds a user name or password.'],
])('%s is refused', (WP_URL, message) => {
  expect(() => connectionFrom({ ...login, WP_URL })).toThrow(message)
})

const whole = { ...login, WP_URL: 'https://e.example' }
const elsewhere = { WP_URL: 'https://x.example', WP_USERNAME: 'x', WP_APP_PASSWORD: 'y' }

test('the environment comes before .env, as a whole', () => {
  expect(connectionFrom({}, whole)?.url).toBe('https://e.example')
  const connection = connectionFrom(whole, elsewhere)
  expect([connection?.url, connection?.authorization()]).toEqual([
    'https://e.example',
    connectionFrom(whole)?.authorization(),
  ])
})

test.each([
  [
    login,
    { WP_URL: 'https://x.example' },
    'WP_USERNAME and WP_APP_PASSWORD are set in the environment, and WP_URL is not; what .env says is not mixed with it.',
  ],
  [
    login,
    elsewhere,
    'WP_USERNAME and WP_APP_PASSWORD are set in the environment, and WP_URL is not; what .env says is not mixed with it.',
  ],
  [
    { WP_APP_PASSWORD: 'y' },
    whole,
    'WP_APP_PASSWORD is set in the environment, and WP_URL and WP_USERNAME are not; what .env says is not mixed with it.',
  ],
  [login, { ...login }, 'WP_URL is not set.'],
])('the environment is completed by nothing in .env: %j, %j', (own, file, message) => {
  expect(() => connectionFrom(own, file)).toThrow(message)
})

const EMPTY = { WP_URL: '', WP_USERNAME: ' ', WP_APP_PASSWORD: '""' }

test.each([
  [EMPTY, {}, 'WP_URL and WP_USERNAME and WP_APP_PASSWORD are set in the environment, but empty.'],
  [EMPTY, whole, 'WP_URL and WP_USERNAME and WP_APP_PASSWORD are set in the environment, but empty.'],
  [{ ...whole, WP_APP_PASSWORD: '' }, {}, 'WP_APP_PASSWORD is set in the environment, but empty.'],
  [
    { WP_APP_PASSWORD: '' },
    {},
    'WP_APP_PASSWORD is set in the environment, but empty, and WP_URL and WP_USERNAME are not set.',
  ],
  [{}, { ...whole, WP_USERNAME: '' }, 'WP_USERNAME is set in .env, but empty.'],
  [{}, EMPTY, 'WP_URL and WP_USERNAME and WP_APP_PASSWORD are set in .env, but empty.'],
])('a login that is set to nothing is a mistake: %j, %j', (own, file, message) => {
  expect(() => connectionFrom(own, file)).toThrow(message)
})

test.each([
  ['WP_PASSWORD', 'WP_APP_PASSWORD'],
  ['WP_APPLICATION_PASSWORD', 'WP_APP_PASSWORD'],
  ['WP_APP_PASWORD', 'WP_APP_PASSWORD'],
  ['WORDPRESS_URL', 'WP_URL'],
  ['WP_SITE', 'WP_URL'],
  ['wp_url', 'WP_URL'],
  ['set WP_URL', 'WP_URL'],
  ['WP_USER', 'WP_USERNAME'],
  ['WORDPRESS_USERNAME', 'WP_USERNAME'],
  ['WP_USERNAEM', 'WP_USERNAME'],
])('%s is told to be %s', (written, meant) => {
  const message = `${written} is set, and nothing reads it: the name is ${meant}.`
  expect(() => connectionFrom({ [written]: 'x' })).toThrow(message)
  expect(() => connectionFrom({}, { [written]: 'x' })).toThrow(message)
  const rest = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== meant))
  expect(() => connectionFrom({ ...rest, [written]: 'x' })).toThrow(
    `${meant} is not set. ${written} is, and nothing reads it: the name is ${meant}.`,
  )
})

test.each([
  'WP_HOME',
  'WP_SITEURL',
  'WP_ENV',
  'WP_DEBUG',
  'WP_CLI_CONFIG_PATH',
  'WP_ENVIRONMENT_TYPE',
  'WORDPRESS_DB_HOST',
  'WORDPRESS_DB_USER',
  'WORDPRESS_DB_PASSWORD',
  'WP_TIMEOUT',
  'APP_PASSWORD',
])('%s is another variable', (name) => {
  expect(connectionFrom({ [name]: 'x' })).toBeUndefined()
})

test.each([
  ['"https://e.example"', '"writer"', '"abcd efgh"'],
  ["'https://e.example/'", "'writer'", "'abcd efgh'"],
  ['“https://e.example”', ' writer ', '“abcd efgh”'],
  [' \u00a0https://e.example \ufeff', 'writer', 'abcd efgh'],
])('quotes and blanks around a value are none of it: %s', (WP_URL, WP_USERNAME, WP_APP_PASSWORD) => {
  const connection = connectionFrom({ WP_URL, WP_USERNAME, WP_APP_PASSWORD })
  expect(connection?.url).toBe('https://e.example')
  expect(connection?.authorization()).toBe(connectionFrom(whole)?.authorization())
})

test('the password shows nowhere', () => {
  const connection = new Connection('https://e.example', 'writer', 'abcd efgh')
  expect(inspect(connection, { depth: 9, showHidden: true }) + JSON.stringify(connection)).not.toContain(
    'efgh',
  )
})

test('WP_TIMEOUT is seconds; a minute without it', () => {
  expect(timeoutFrom({ own: {}, file: {} })).toBe(60_000)
  expect(timeoutFrom({ own: {}, file: { WP_TIMEOUT: ' 1.5 ' } })).toBe(1_500)
  for (const wrong of ['soon', '0', '-1', '1e9']) {
    expect(() => timeoutFrom({ own: { WP_TIMEOUT: wrong }, file: {} })).toThrow(
      `WP_TIMEOUT is "${wrong}", which is not a number of seconds.`,
    )
  }
})
