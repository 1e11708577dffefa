import { expect, test } from 'vitest'
import { sameSite } from '../../src/standards/same-site.ts'
import { assertConfiguredSite } from '../../src/sync/configured-site.ts'
import { testConfig } from '../helpers/config.ts'

const url = 'https://blog.example'
const config = testConfig({ site: { url, staging: ['https://staging.example/blog/'] } })

test.each([
  ['https://e.example', 'http://www.e.example/'],
  ['https://E.Example:443/blog/', 'https://e.example/blog'],
  ['https://日本.example', 'https://xn--wgv71a.example'],
  ['https://e.example.', 'https://e.example'],
])('%s is %s', (a, b) => {
  expect(sameSite(a, b)).toBe(true)
  expect(sameSite(b, a)).toBe(true)
})

test.each([
  ['https://e.example', 'https://blog.e.example'],
  ['https://e.example', 'https://e.example/blog'],
  ['https://e.example/Blog', 'https://e.example/blog'],
  ['https://e.example', 'https://e.example:8443'],
  ['https://www.e.example', 'https://www.www.e.example'],
  ['https://e.example', 'https://e.example.evil.example'],
])('%s is not %s', (a, b) => {
  expect(sameSite(a, b)).toBe(false)
})

test.each([
  'https://www.blog.example/',
  'https://staging.example/blog',
  'http://127.0.0.1:8080',
  'http://localhost',
])('%s may be published to', (home) => {
  expect(() => assertConfiguredSite(home, 'https://other.example', config)).not.toThrow()
})

test('any other site is a mistake that names both addresses', () => {
  const attempt = () => assertConfiguredSite('https://other.example', 'https://www.other.example', config)
  expect(attempt).toThrow(
    'WP_URL is https://www.other.example, and site.url in wp.config.json is https://blog.example: that is not the same site.',
  )
  expect(() => assertConfiguredSite('https://staging.example', url, config)).toThrow(
    'WP_URL is https://blog.example, which calls itself https://staging.example, and site.url',
  )
})
