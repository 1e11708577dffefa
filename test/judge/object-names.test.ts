import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config/load.ts'
import { contentKeys } from '../../src/content/normal-form.ts'
import { KEY_ALIASES } from '../../src/posts/front-matter-keys.ts'
import { openWorkspace } from '../../src/preview/live/workspace.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { captureOutput } from '../helpers/output.ts'
import { plainContext } from '../helpers/pull-project.ts'

/** What every plain object answers to, though nobody has put it there. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name', 'then']

/** Bodies in which a name stands wherever one is looked up. */
const BODIES: readonly ((name: string) => string)[] = [
  (name) => `:::${name}[Title]{${name}=a open}\nA\n:::\n\n:${name}[a]{${name}=b} ::${name}{${name}}`,
  (name) => `\`\`\`${name} ${name} title="${name}" {${name}}\na // [!code ${name}]\n\`\`\``,
  (name) => `a[^${name}] and [${name}] and ![a][${name}]\n\n[^${name}]: Note\n\n[${name}]: #${name}\n`,
  (name) => `## ${name}\n\n## ${name}\n\n## A {#${name}}\n\n[a](#${name})\n\n[[toc]]`,
  (name) => `<${name} ${name}="a">a</${name}>\n\n<p ${name}="${name}" class="${name}">b</p>\n`,
  (name) => `a <b ${name}=a>b</b> <${name}>c</${name}> &${name};`,
  (name) => `> [!${name.toUpperCase()}]\n> a\n\n> [!${name}]\n> a\n`,
  (name) => `[a](./${name}.md#${name}) [b](${name}:a) ![c](./${name}.png) ![d](x.png "${name}"){${name}=3}`,
  (name) => `<!-- wp:${name} {"${name}":{"${name}":1}} -->\na\n<!-- /wp:${name} -->`,
  (name) => `<!--${name}-->\n\n<!-- ${name} -->`,
  (name) =>
    `Term ${name}\n: ${name}\n\n| ${name} |\n| - |\n| ${name} |\n\n\`\`\`mermaid\n${name}\n\`\`\`\n$${name}$`,
]

const root = await mkdtemp(path.join(tmpdir(), 'rensai-names-'))
const config = path.join(root, 'wp.config.json')

/** JSON in which `__proto__` is a key like every other. */
function settings(format: string, names: readonly string[]): string {
  const lists = names.map((name) => `"${name}": ["-${name}"]`).join(', ')
  return `{
    "site": { "url": "https://blog.example", "permalink": "/%${names[0]}%/%postname%/", "language": "${names[0]}" },
    "format": "${format}", "highlight": "shiki", "math": "delimiters",
    "categories": ${JSON.stringify(names.map((name) => ({ name, slug: name, parent: names[0] })))},
    "tags": ${JSON.stringify(names)},
    "languages": { "en": ["-en"], ${lists} },
    "slug": { "pattern": "." },
    "series": ${JSON.stringify(names.map((name) => ({ name, members: [name] })))}
  }`
}

const article = (frontMatter: string, body = 'A'): string => `---\n${frontMatter}\n---\n\n${body}\n`

/** Every article by its name below posts/. */
function listArticles(): [string, string][] {
  const keys = Object.entries(KEY_ALIASES).flatMap(([key, aliases]) => [key, ...aliases])
  return [
    ['good.md', article('title: Good\nstatus: publish')],
    ...NAMES.flatMap((name, index): [string, string][] => [
      [`${name}.md`, article(`title: ${name}`)],
      [`${name}/${name}-en.md`, article(`title: ${name}\nslug: ${name}-${index}`)],
      [`key-${index}.md`, article(`title: A\n${name}: ${name}`)],
      [`merge-${index}.md`, article(`title: A\n${name}: { ${name}: [${name}] }\n? [${name}]\n: a`)],
      ...keys.flatMap((key): [string, string][] => [
        [`value-${key}-${index}.md`, article(`${key === 'title' ? '' : 'title: A\n'}${key}: ${name}`)],
        [
          `list-${key}-${index}.md`,
          article(`${key === 'title' ? '' : 'title: A\n'}${key}: [${name}, ${name}]`),
        ],
      ]),
      ...BODIES.map((body, at): [string, string] => [
        `body-${at}-${index}.md`,
        article('title: A', body(name)),
      ]),
    ]),
  ]
}

beforeAll(async () => {
  for (const [name, text] of listArticles()) {
    const file = path.join(root, 'posts', name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
})

afterAll(async () => {
  await rm(root, { recursive: true })
})

test.each(['blocks', 'html'])(
  'what every object answers to is a name like every other: %s',
  async (format) => {
    await writeFile(config, settings(format, NAMES))
    const [checked, compiled, previewed] = [captureOutput(), captureOutput(), captureOutput()]
    expect(await check({ config, format: 'json', strict: true }, checked)).toBe(1)
    expect(checked.printed()).not.toContain('good.md')
    expect(await compile(await loadConfig(config), compiled, { strict: true })).toBeUndefined()
    const { rendered = [] } = (await compile(await loadConfig(config), compiled)) ?? {}
    expect(rendered.map(({ post }) => post.key)).toContain('good')
    expect(await preview({ config, strict: true }, previewed)).toBe(1)
    const workspace = await openWorkspace(config)
    expect(workspace.problem()).toBeUndefined()
    expect(workspace.snapshot().articles.get('good')?.rendered?.content).toContain('A')
  },
)

test.each(['blocks', 'html'] as const)(
  'content of a site that names such things comes back: %s',
  async (format) => {
    const context = plainContext(format)
    for (const name of NAMES) {
      for (const content of [
        `<${name} ${name}="a">a</${name}>`,
        `<p ${name}="${name}">a</p>\n\n<p class="${name}">b <${name}>c</${name}></p>`,
        `<!-- wp:${name.toLowerCase()} {"${name}":{"${name}":1}} -->\n<p>a</p>\n<!-- /wp:${name.toLowerCase()} -->`,
        `<pre><code class="language-${name}">a</code></pre>\n\n<div class="message is-${name}"><p>a</p></div>`,
        `<p>a<sup><a href="#fn-${name}" id="fnref-${name}">1</a></sup></p>\n<hr>\n<ol><li><a href="#fnref-${name}" id="fn-${name}">↑</a> N</li></ol>`,
      ]) {
        const body = await contentToMarkdown(content, context)
        expect(contentKeys(await context.render(body)), content).toEqual(contentKeys(content))
      }
    }
  },
)
