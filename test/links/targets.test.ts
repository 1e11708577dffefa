import { expect, test } from 'vitest'
import { createLinkTargets } from '../../src/links/targets.ts'
import { testConfig } from '../helpers/config.ts'

const addresses = [
  { key: 'a-jp', path: 'posts/a-jp.md', slug: 'a-jp', id: 549 },
  { key: 'sub/b-jp', path: 'posts/sub/b-jp.md', slug: 'b-jp', id: undefined },
]
const config = testConfig({ site: { url: 'https://www.blog.example' } })
const targets = createLinkTargets(addresses, config)

test.each([
  ['./a-jp.md', { kind: 'post', key: 'a-jp', hash: '' }],
  ['a-jp.md#%E6%A6%82%E8%A6%81', { kind: 'post', key: 'a-jp', hash: '#概要' }],
  ['sub/b-jp.md', { kind: 'post', key: 'sub/b-jp', hash: '' }],
  ['./a-jp', { kind: 'post', key: 'a-jp', hash: '' }],
  ['b-jp', { kind: 'post', key: 'sub/b-jp', hash: '' }],
  ['/posts/a-jp.md', { kind: 'post', key: 'a-jp', hash: '' }],
  ['/posts/sub/b-jp.md?a=1#%E6%A6%82%E8%A6%81', { kind: 'post', key: 'sub/b-jp', hash: '#概要' }],
  ['/posts/missing.md#a', { kind: 'missing', path: 'posts/missing.md' }],
  ['/../posts/a-jp.md', { kind: 'missing', path: '../posts/a-jp.md' }],
  ['/archives/549', { kind: 'post', key: 'a-jp', hash: '' }],
  ['/archives/549/', { kind: 'post', key: 'a-jp', hash: '' }],
  ['http://blog.example/archives/549?utm=1#top', { kind: 'post', key: 'a-jp', hash: '#top' }],
  ['https://www.blog.example/?p=549', { kind: 'post', key: 'a-jp', hash: '' }],
  [
    'https://blog.example/archives/99',
    { kind: 'own-site', url: 'https://blog.example/archives/99', isPost: true },
  ],
  ['/about', { kind: 'own-site', url: '/about', isPost: false }],
  ['https://other.example/archives/549', { kind: 'external', url: 'https://other.example/archives/549' }],
  ['//blog.example/archives/549', { kind: 'post', key: 'a-jp', hash: '' }],
  ['#概要', { kind: 'anchor', hash: '#概要' }],
  ['mailto:a@b.example', { kind: 'other', url: 'mailto:a@b.example' }],
  ['./missing.md', { kind: 'missing', path: 'posts/missing.md' }],
  ['../../secret.md', { kind: 'missing', path: '../secret.md' }],
])('%s', (url, expected) => {
  expect(targets(url, 'posts/x-jp.md')).toEqual(expected)
})

test('permalinks with dates and names, on a site in a subfolder', () => {
  const dated = testConfig({
    site: { url: 'https://e.example/blog', permalink: '/%year%/%monthnum%/%postname%/' },
  })
  const resolve = createLinkTargets(addresses, dated)
  expect(resolve('https://e.example/blog/2025/12/a-jp/', 'posts/x.md')).toEqual({
    kind: 'post',
    key: 'a-jp',
    hash: '',
  })
  expect(resolve('https://e.example/2025/12/a-jp/', 'posts/x.md')).toMatchObject({ kind: 'external' })
})
