import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { rebody } from '../../src/pull/merge-body.ts'
import { findNoncharacter, replaceNoncharacters } from '../../src/standards/noncharacters.ts'
import { readWords } from '../helpers/html-text.ts'
import { plainContext } from '../helpers/pull-project.ts'

const FORMATS = ['blocks', 'html'] as const

/** What a browser shows of content, and what WordPress runs in it, by the bytes as they stand. */
function shown(content: string): { words: string[]; shortcodes: string[] } {
  return {
    words: readWords(content).map((word) => replaceNoncharacters(word).replace(/\uFFFD+/g, '\uFFFD')),
    shortcodes: content.match(/\[\/?[a-z][\w-]+(?:[\s/][^[\]<]*)?\]/gi) ?? [],
  }
}

/** Where a word in brackets can be typed on a site. */
const PLACES: Readonly<Record<string, string>> = {
  text: '<!-- wp:paragraph -->\n<p>a [word] b</p>\n<!-- /wp:paragraph -->',
  heading: '<!-- wp:heading -->\n<h2 class="wp-block-heading">[word]</h2>\n<!-- /wp:heading -->',
  list: '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>[word]</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  table:
    '<!-- wp:table -->\n<figure class="wp-block-table"><table><tbody><tr><td>[word]</td></tr></tbody></table></figure>\n<!-- /wp:table -->',
  code: '<!-- wp:code -->\n<pre class="wp-block-code"><code>a [word] b</code></pre>\n<!-- /wp:code -->',
  caption:
    '<!-- wp:image -->\n<figure class="wp-block-image"><img src="https://e.example/x.png" alt=""/><figcaption class="wp-element-caption">[word]</figcaption></figure>\n<!-- /wp:image -->',
  alt: '<!-- wp:image -->\n<figure class="wp-block-image"><img src="https://e.example/x.png" alt="[word]"/></figure>\n<!-- /wp:image -->',
  quote:
    '<!-- wp:quote -->\n<blockquote class="wp-block-quote"><!-- wp:paragraph -->\n<p>[word]</p>\n<!-- /wp:paragraph --></blockquote>\n<!-- /wp:quote -->',
  link: '<!-- wp:paragraph -->\n<p><a href="https://e.example/?a=[word]">[/word]</a></p>\n<!-- /wp:paragraph -->',
  note: '<p>a<sup><a href="#fn-1" id="fnref-1">1</a></sup></p><hr><ol><li><a href="#fnref-1" id="fn-1">↑</a> [word]</li></ol>',
  classic: 'a [word]\nb\n\n[gallery ids="1"]\n\n<pre>[word]</pre>',
}

test.each(Object.entries(PLACES))('[word] typed on the site comes back as it is: %s', async (_, live) => {
  for (const format of FORMATS) {
    const context = plainContext(format)
    const body = await contentToMarkdown(live, context)
    expect(body).toMatch(/\[\/?word\\?\]/)
    expect(findNoncharacter(body)).toBeUndefined()
    expect(shown(await context.render(body))).toEqual(shown(live))
  }
})

test.each(FORMATS)('[word] in an article stays Markdown, and its code stays code (%s)', async (format) => {
  const context = plainContext(format)
  const own = 'a [word] b\n\n- \\[word]\n\n```\n[word]\n```\n\n![\\[word\\]](https://e.example/x.png)\n'
  const live = await context.render(own)
  expect(await contentToMarkdown(live, context)).toBe(own)
  expect(await rebody(own, live.replace('</p>', '!</p>'), context)).toBe(own.replace('b\n', 'b!\n'))
})

/** Text that means something to WordPress, or to the program itself. */
const text = fc
  .array(
    fc.constantFrom(
      ...[
        '[word]',
        '[/word]',
        '[a b="c"]',
        '[',
        ']',
        'word',
        ' ',
        '&#91;',
        '&#091;word]',
        '<span>[</span>word]',
      ],
      ...[
        '\uE000',
        '\uF8FF',
        '\uFFFD',
        '\uFDCF',
        '\uFDF0',
        '&#xFDD4;word]',
        '&#64976;',
        '&#xE000;',
        '\u200B',
      ],
      ...['post|a|link', '&#xFDD0;post|a|link&#xFDD1;', '&#xFFFF;', '&#x1FFFE;'],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const unit = fc.oneof(
  text.map((inner) => `<!-- wp:paragraph -->\n<p>${inner}</p>\n<!-- /wp:paragraph -->`),
  text.map(
    (inner) => `<!-- wp:heading -->\n<h2 class="wp-block-heading">${inner}</h2>\n<!-- /wp:heading -->`,
  ),
  text.map(
    (inner) => `<!-- wp:list -->\n<ul class="wp-block-list"><li>${inner}</li></ul>\n<!-- /wp:list -->`,
  ),
  text.map(
    (inner) => `<!-- wp:code -->\n<pre class="wp-block-code"><code>${inner}</code></pre>\n<!-- /wp:code -->`,
  ),
  text.map((inner) => `<!-- wp:html -->\n<div>${inner}</div>\n<!-- /wp:html -->`),
  text.map((inner) => `<p>${inner}</p>`),
  text.map((inner) => `<img src="https://e.example/x.png" alt="${inner.replaceAll(/["<>]/g, '')}">`),
  text,
)

test.each(FORMATS)(
  'whatever brackets and special characters a site has, it is shown the same after pull (%s)',
  async (format) => {
    const context = plainContext(format)
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 4 }), async (units) => {
        const live = units.join('\n\n')
        const body = await contentToMarkdown(live, context)
        const again = await context.render(body)
        expect(findNoncharacter(body)).toBeUndefined()
        expect(findNoncharacter(again)).toBeUndefined()
        expect(shown(again)).toEqual(shown(live))
      }),
      { numRuns: 200 },
    )
  },
  120_000,
)
