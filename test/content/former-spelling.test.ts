import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toFormerSpelling } from '../../src/content/former-spelling.ts'
import { contentKeys } from '../../src/content/normal-form.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

/** What Rensai 0.2 wrote of articles in other folders. */
const former = await readdir(join(fixtures, 'former-spelling'))

/** What looks otherwise since, and says the same: such a post is updated, and nothing in it is taken for an edit. */
const dressed = ['boxes.html', 'code.html', 'structure.html']

/** Pictures that a click enlarges were links to their files, which is something else to a reader. */
const changed = ['images.html']

test.each(former)('%s is spelled as Rensai 0.2 wrote it, whose markers hold hashes of that', async (name) => {
  const text = await readFile(join(fixtures, 'former-spelling', name), 'utf8')
  const today = await readFile(
    join(
      fixtures,
      name === 'code.html' ? 'code/everything.shiki.blocks.html' : `render/${name.replace('.', '.blocks.')}`,
    ),
    'utf8',
  )
  expect(toFormerSpelling(text)).toBe(text)
  if (dressed.includes(name)) {
    expect(toFormerSpelling(today)).not.toBe(text)
    expect(contentKeys(today)).toEqual(contentKeys(text))
  } else if (!changed.includes(name)) expect(toFormerSpelling(today)).toBe(text)
})

const looks = await readdir(join(fixtures, 'former-looks'))

/** Where code begins with another number than 1, Rensai 0.2 published it without. */
const renumbered = ['code.class.blocks.html', 'code.class.plain.html']

test.each(looks)('%s looks otherwise since Rensai 0.2, and says the same', async (name) => {
  const text = await readFile(join(fixtures, 'former-looks', name), 'utf8')
  const today = await readFile(
    join(fixtures, name.startsWith('code.') ? name.replace('code.', 'code/everything.') : `render/${name}`),
    'utf8',
  )
  const [keys, before] = [contentKeys(today), contentKeys(text)]
  expect(today).not.toBe(text)
  expect(keys).toHaveLength(before.length)
  const others = keys.filter((key, index) => key !== before[index])
  expect(others.filter((key) => !key.includes('data-first-line="9"'))).toEqual([])
  expect(others).toHaveLength(renumbered.includes(name) ? 1 : 0)
})

const block = (name: string, html: string): string =>
  `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name.split(' ')[0]} -->`

/** The same block as the editors of several versions save it, oldest first. */
const spellings: Record<string, string[]> = {
  'a list': [
    block('list', '<ul></ul>'),
    block('list', '<ul class="wp-block-list"></ul>'),
    block('list {"className":"wp-block-list"}', '<ul class="wp-block-list"></ul>'),
  ],
  'a list with a class and a start': [
    block('list {"ordered":true,"start":3,"className":"x"}', '<ol start="3" class="x"></ol>'),
    block('list {"ordered":true,"start":3,"className":"x"}', '<ol start="3" class="wp-block-list x"></ol>'),
    block(
      'list {"ordered":true,"start":3,"className":"wp-block-list x"}',
      '<ol start="3" class="wp-block-list x"></ol>',
    ),
  ],
  'an item with several blocks, before and after an editor saved it': [
    block('list-item', `<li>a${block('code', 'b')}\n\n${block('code', 'c')}</li>`),
    block('list-item', `<li>a\n\n${block('code', 'b')}\n\n${block('code', 'c')}</li>`),
  ],
  'a heading with an id': [
    block('heading', '<h2 class="wp-block-heading" id="概要">T</h2>'),
    block('heading {"className":"wp-block-heading"}', '<h2 class="wp-block-heading" id="概要">T</h2>'),
    block('heading {"anchor":"概要"}', '<h2 id="概要" class="wp-block-heading">T</h2>'),
  ],
  'a paragraph with an id and a class': [
    block('paragraph {"className":"x"}', '<p class="x" id="a">T</p>'),
    block('paragraph {"className":"x","anchor":"a"}', '<p id="a" class="x">T</p>'),
  ],
  'a table': [
    block('table', '<figure class="wp-block-table"><table></table></figure>'),
    block('table {"hasFixedLayout":false}', '<figure class="wp-block-table"><table></table></figure>'),
  ],
  'a table with a fixed layout': [
    block(
      'table {"hasFixedLayout":true}',
      '<figure class="wp-block-table"><table class="has-fixed-layout"></table></figure>',
    ),
    block('table', '<figure class="wp-block-table"><table class="has-fixed-layout"></table></figure>'),
  ],
  'a sized picture': [
    block(
      'image {"width":"50%"}',
      '<figure class="wp-block-image is-resized"><img src="a" alt="a&lt;b" style="width:50%"/></figure>',
    ),
    block(
      'image {"width":"50%"}',
      '<figure class="wp-block-image is-resized"><img src="a" alt="a<b" style="width:50%;height:auto"/></figure>',
    ),
    block(
      'image {"width":"50%","height":"auto"}',
      '<figure class="wp-block-image is-resized"><img src="a" alt="a&lt;b" style="width:50%;height:auto"/></figure>',
    ),
  ],
  'an aligned paragraph': [
    block('paragraph {"align":"center"}', '<p class="has-text-align-center">x</p>'),
    block(
      'paragraph {"style":{"typography":{"textAlign":"center"}}}',
      '<p class="has-text-align-center">x</p>',
    ),
  ],
  'an aligned heading with a style': [
    block(
      'heading {"textAlign":"right","style":{"typography":{"fontSize":"2em"}}}',
      '<h2 class="wp-block-heading">x</h2>',
    ),
    block(
      'heading {"style":{"typography":{"textAlign":"right","fontSize":"2em"}}}',
      '<h2 class="wp-block-heading">x</h2>',
    ),
  ],
  'the order of attributes': [
    block('code {"style":{"color":{"text":"#000"}},"className":"x"}', '<pre></pre>'),
    block('code {"className":"x","style":{"color":{"text":"#000"}}}', '<pre></pre>'),
  ],
  'a backslash': [
    block('group {"metadata":{"name":"a\\\\b"}}', '<div></div>'),
    block('group {"metadata":{"name":"a\\u005cb"}}', '<div></div>'),
  ],
}

test.each(Object.entries(spellings))(
  '%s is one thing to every version of the editor',
  (_, [first = '', ...others]) => {
    expect(others.map(toFormerSpelling)).toEqual(others.map(() => first))
    expect(toFormerSpelling(first)).toBe(first)
    expect(others.map((other) => contentKeys(other))).toEqual(others.map(() => contentKeys(first)))
  },
)

describe('what somebody set stays a difference', () => {
  test.each([
    [
      'another layout',
      block('table', '<figure><table></table></figure>'),
      block('table', '<figure><table class="has-fixed-layout"></table></figure>'),
    ],
    [
      'a height',
      block('image {"width":"9px"}', '<figure><img src="a" alt="" style="width:9px"/></figure>'),
      block(
        'image {"width":"9px","height":"5px"}',
        '<figure><img src="a" alt="" style="width:9px;height:5px"/></figure>',
      ),
    ],
    ['an id', block('heading', '<h2>x</h2>'), block('heading {"anchor":"a"}', '<h2 id="a">x</h2>')],
    [
      'a class',
      block('list', '<ul></ul>'),
      block('list {"className":"a"}', '<ul class="wp-block-list a"></ul>'),
    ],
    ['raw HTML', block('html', '<ul></ul>'), block('html', '<ul class="wp-block-list"></ul>')],
    [
      'a style',
      block('paragraph', '<p>x</p>'),
      block('paragraph {"style":{"typography":{"fontSize":"2em"}}}', '<p>x</p>'),
    ],
  ])('%s', (_, a, b) => {
    expect(toFormerSpelling(a)).not.toBe(toFormerSpelling(b))
  })
})

test('what cannot be read is left as it is', () => {
  const deep = `<!-- wp:list ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)} --><ul></ul>`
  for (const text of [
    '',
    '<!-- wp:list {"a":} --><ul class="wp-block-list">',
    '<!-- wp:list [] -->',
    deep,
    '<!-- wp:__proto__ -->',
    '<!-- wp:constructor {"__proto__":{"a":1}} -->',
  ]) {
    expect(toFormerSpelling(text)).toBe(text)
  }
})
