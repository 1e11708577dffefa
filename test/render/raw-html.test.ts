import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import { sanitizeHtml } from '../../src/render/raw-html/sanitize.ts'
import { captureOutput } from '../helpers/output.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

async function render(
  html: 'allow' | 'sanitize' | 'escape',
  body: string,
  format: 'blocks' | 'html' = 'html',
): Promise<string> {
  const [rendered] = await renderMarkdown([body], { html, format })
  return rendered?.content ?? ''
}

test.each([
  '<b>bold</b> and <em class="x" id="y" title="a &amp; b">more</em><br/>',
  '<details open><summary>Words</summary>',
  '</div>',
  "<img src=https://e.example/a.png alt='a b' width=3>",
  '<a href="#part">down</a> <a href="mailto:a@e.example">mail</a>',
  '<figure><img src="https://e.example/a.png"><figcaption>c</figcaption></figure>',
  '<!--more--> <!--nextpage--> <!-- toc -->',
  '<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">A</h3>\n<!-- /wp:heading -->',
  '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>',
])('what does no harm stays byte for byte: %s', (html) => {
  expect(sanitizeHtml(html)).toBe(html)
})

test.each([
  ["<img alt='a > b'>", '<img alt="a &gt; b">'],
  ['<script>alert(1)</script>after', 'after'],
  ['<SCRIPT SRC=//e.example></SCRIPT >after', 'after'],
  ['<b onclick="a()" id=x>b</b>', '<b id="x">b</b>'],
  ['<b/onclick=a()>b</b>', '<b>b</b>'],
  ['<a href="javascript:a()">b</a>', '<a>b</a>'],
  ['<a href=" java\tscript&#58;a()">b</a>', '<a>b</a>'],
  ['<a href="JaVaScRiPt:a()" title="t">b</a>', '<a title="t">b</a>'],
  ['<a href="data:text/html,x">b</a>', '<a>b</a>'],
  ['<img src=x onerror=a()>', '<img src="x">'],
  ['<iframe src="https://e.example"><p>x</iframe>after', 'after'],
  ['<svg><script>a()</script><a xlink:href="javascript:a()">x</a></svg>after', 'after'],
  ['<math><mi xlink:href="data:x">x</mi></math>after', 'after'],
  ['<style>*{display:none}</style>after', 'after'],
  ['<p style="position:fixed">x</p>', '<p>x</p>'],
  ['<form action="https://e.example"><input name=a>x</form>', 'x'],
  ['<base href="https://e.example"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>x', 'x'],
  ['<font color=red>x</font>', 'x'],
  ['<!-- anything -->x', 'x'],
  ['<!--[if IE]><script>a()</script><![endif]-->x', 'x'],
  ['<![CDATA[x]]>y', 'y'],
  ['<?php echo 1 ?>y', 'y'],
  ['<b title="', ''],
  ['<b title="x" <script>a()</script>', '<b title="x">a()'],
  ["<b title='\"><script>a()</script>'>x</b>", '<b title="&quot;&gt;&lt;script&gt;a()&lt;/script&gt;">x</b>'],
  ['a < b & c\0', 'a &lt; b &amp; c'],
  ['<textarea></b><script>a()</script></textarea>x', 'x'],
  ['<noscript><p title="</noscript><img src=x onerror=a()>">', '<img src="x">"&gt;'],
  ['<plaintext><b>x', ''],
  ['<template><b>x</b></template>y', 'y'],
  ['<object><object></object>x</object>y', 'y'],
])('what acts does not: %j', (html, left) => {
  expect(sanitizeHtml(html)).toBe(left)
})

const SCRIPT = /^(script|style|iframe|object|embed|base|meta|link|form|input|svg|math|template|noscript)$/

test('whatever is put together, a browser finds nothing in it that acts', () => {
  const parts = fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '`',
      '=',
      ' ',
      '\n',
      '\0',
      '!',
      '--',
      '<!--',
      '-->',
      '--!>',
      '&',
      ';',
      '#',
    ],
    ...[
      'script',
      'style',
      'svg',
      'math',
      'iframe',
      'noscript',
      'textarea',
      'template',
      'title',
      'xmp',
      'b',
      'a',
      'p',
    ],
    ...[
      'img',
      'table',
      'td',
      'select',
      'plaintext',
      'href',
      'src',
      'onclick',
      'onerror',
      'srcdoc',
      'style',
      'title',
    ],
    ...[
      'javascript:',
      'data:',
      'java&#115;cript:',
      'alert(1)',
      '&lt;',
      '&quot;',
      '<![CDATA[',
      ']]>',
      '<?',
      'wp:html',
    ],
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
      const clean = sanitizeHtml(list.join(''))
      expect(sanitizeHtml(clean)).toBe(clean)
      visit(fromHtml(clean, { fragment: true }), 'element', ({ tagName, properties }) => {
        expect(tagName).not.toMatch(SCRIPT)
        for (const [name, value] of Object.entries(properties)) {
          expect(name).not.toMatch(/^(on|srcDoc|style|xLink|action|formAction)/)
          if (name === 'href' || name === 'src')
            expect(String(value)).not.toMatch(/^[\s\p{Cc}]*(javascript|data)/iu)
        }
      })
    }),
    { numRuns: 3000 },
  )
})

const HOSTILE = `Text <b onclick="a()">bold</b> <script>a()</script> [link](javascript:a) [two][x] ![p](data:image/png;base64,AA==) <JavaScript:a>

<div class="x" onmouseover="a()">

**Markdown**

</div>

<script>
a()
</script>

<details><summary>Sum<i onclick=a()>mary</i></summary>

Inside.

</details>

<!--more-->

[x]: <data:text/html,x>
`

describe.each(['blocks', 'html'] as const)('in %s', (format) => {
  test('an article is published without what acts', async () => {
    const content = await render('sanitize', HOSTILE, format)
    expect(content).not.toMatch(/onclick|onmouseover|<script|javascript:a"|data:/)
    expect(content).toContain('<strong>Markdown</strong>')
    expect(content).toContain('<div class="x">')
    expect(content).toContain('<b>bold</b>')
    expect(content).toContain('<!--more-->')
    expect(content).toMatch(/<details[^>]*><summary>Sum<i>mary<\/i><\/summary>/)
  })

  test('or with all its HTML as text', async () => {
    const content = await render('escape', HOSTILE, format)
    visit(fromHtml(content, { fragment: true }), 'element', ({ tagName, properties }) => {
      expect(['script', 'div', 'b', 'i', 'details']).not.toContain(tagName)
      expect(String(properties.href ?? properties.src ?? '')).not.toMatch(/^(javascript|data):/)
    })
    expect(content).toContain('&lt;script&gt;')
    expect(content).toContain('&lt;b onclick="a()"&gt;bold&lt;/b&gt;')
    expect(content).toContain('<!--more-->')
  })

  test('blocks of the editor are HTML like all of it', async () => {
    const body = '<!-- wp:html -->\n<b onclick="a()">x</b>\n<!-- /wp:html -->'
    expect(await render('allow', body, format)).toContain('onclick')
    expect(await render('sanitize', body, format)).toBe('<!-- wp:html -->\n<b>x</b>\n<!-- /wp:html -->')
    const escaped = await render('escape', body, format)
    expect(escaped).not.toContain('<!-- wp:html')
    expect(escaped).toContain('&lt;b onclick')
  })

  test.each(['.', 'test/fixtures/code', 'test/fixtures/math'])(
    'what Rensai makes of Markdown in %s is the same',
    async (folder) => {
      const loaded = folder === '.' ? await loadConfig('wp.config.json') : undefined
      const { readFile } = await import('node:fs/promises')
      const bodies =
        loaded === undefined
          ? [await readFile(`${folder}/everything.md`, 'utf8')]
          : ((await compile(loaded, captureOutput()))?.rendered ?? []).map(
              ({ post }) => String(post.file).split('\n---\n')[1] ?? '',
            )
      for (const highlight of ['class', 'shiki'] as const) {
        const settings = { format, highlight, math: 'delimiters', mermaid: 'class' } as const
        const [allowed, sanitized, escaped] = await Promise.all(
          (['allow', 'sanitize', 'escape'] as const).map((html) =>
            renderMarkdown(bodies, { ...settings, html }),
          ),
        )
        expect(sanitized?.map(({ content }) => content)).toEqual(allowed?.map(({ content }) => content))
        expect(escaped?.map(({ content }) => content)).toEqual(allowed?.map(({ content }) => content))
      }
    },
  )
})

test('boxes, details, notes, captions, definitions, marks and the contents are made in every mode', async () => {
  const body = `[[toc]]

## Part {#part}

:::note[Title]
Text with ==marks==, a note[^1] and :lang[words]{en}.
:::

:::details[Summary]
Inside.
:::

Term
: Definition

Table: caption

| a | b |
| - | - |
| 1 | 2 |

- [x] done

https://www.youtube.com/watch?v=abcdefghijk

[^1]: The note.
`
  for (const format of ['blocks', 'html'] as const) {
    const allowed = await render('allow', body, format)
    expect(await render('sanitize', body, format)).toBe(allowed)
    expect(await render('escape', body, format)).toBe(allowed)
  }
})
