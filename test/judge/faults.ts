import { copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Breaks the project of test/fixtures/doors/ in a folder, and tells which files that took. */
export type Fault = (root: string) => Promise<readonly string[]>

const ONE = 'posts/one-jp.md'
const CONFIG = 'wp.config.json'

/** The shortest fault against each rule; after a colon what is special about it, where there are several. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'front-matter-missing': edit(ONE, (text) => text.replace(/^---[\s\S]*?\n---\n/, '')),
  'front-matter-opening': edit(ONE, (text) => text.replace(/^---\n/, '')),
  'front-matter-language: of Hugo': edit(ONE, (text) => text.replaceAll('---\n', '+++\n')),
  'front-matter-position': edit(ONE, (text) => `\n${text}`),
  'front-matter-language': swap('---\n', '---js\n'),
  'front-matter-unclosed': swap('\n---\n\n', '\n\n'),
  'front-matter-syntax': swap('title: 一', 'title: "一'),
  'unknown-key': add('catgories: [a]'),
  'foreign-key': add('colour: red'),
  'key-alias': swap('featured_image', 'thumbnail'),
  'alias-twice': add('thumbnail: ../images/dot.png'),
  'value-type': swap('title: 一', 'title: [一]'),
  'title-required': swap('title: 一\n', ''),
  'title-length': swap('title: 一', `title: ${'一'.repeat(31)}`),
  'excerpt-given': swap('excerpt: 一の要約。\n', ''),
  'status-known': swap('status: publish', 'status: pubish'),
  'future-needs-date': both(
    swap('status: publish', 'status: future'),
    swap('date: 2025-01-01 10:00:00\n', ''),
  ),
  'future-needs-date: with an empty one': both(
    swap('status: publish', 'status: future'),
    swap('date: 2025-01-01 10:00:00\n', 'date:\n'),
  ),
  'date-valid': swap('date: 2025-01-01', 'date: 2025-02-30'),
  'dates-agree': add('publish_at: 2025-01-02'),
  'slug-pattern': swap('slug: one-jp', 'slug: One_-jp'),
  'slug-language': swap('slug: one-jp', 'slug: one'),
  'id-valid': add('id: post-7'),
  'category-known': swap('Errors & Fixes', 'Errors'),
  'category-spelling': swap('Errors & Fixes', 'Errors &amp; Fixes'),
  'tag-spelling': swap('VS Code', 'vscode'),
  'term-twice': swap('Docker', 'Docker, Docker'),
  'term-length': swap('Docker', `Docker, ${'a'.repeat(201)}`),
  'list-items': swap('tags: [VS Code, Docker]', 'tags: VS Code, Docker'),
  'format-known': add('format: vido'),
  'comment-status-known': add('comment_status: opened'),
  'ping-status-known': add('ping_status: opened'),
  'sticky-known': add('sticky: yes'),
  'language-known': add('lang: jp'),
  'slug-unique': swap('slug: two-jp', 'slug: one-jp', 'posts/two-jp.md'),
  'id-unique': add('id: 7'),
  'tag-variants': swap('Docker', 'docker'),
  'tag-variants: against what most others write': both(
    swap('Docker', 'docker', 'posts/two-en.md'),
    both(swap('Docker', 'docker', 'posts/two-jp.md'), swap('Docker', 'docker')),
  ),
  'body-empty': async (root) => {
    const file = path.join(root, ONE)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.slice(0, text.indexOf('\n---\n') + 5))
    return [ONE]
  },
  'heading-top': swap('## 原因', '# 原因'),
  'heading-order': swap('## 原因', '#### 原因'),
  'heading-space': swap('## 原因', '本文。\n\n###原因\n\n## 原因'),
  'emphasis-literal': swap('続きは', '** 続き **は'),
  'code-closed': swap('## 原因', '## 原因\n\n```sh\nls'),
  'conflict-marker': swap('## 原因', '<<<<<<< here\n## 原因\n=======\n>>>>>>> there'),
  'characters-valid': swap('## 原因', '## \uFDD4原因'),
  'box-name': swap(':::note', ':::notte'),
  'box-closed': swap('注。\n:::', '注。'),
  'box-syntax': swap(':::note', ':::note 題'),
  'local-address': swap('<../images/a dot.png>', 'file:///C:/a.png'),
  'image-alt': swap('![点]', '![]'),
  'footnote-missing': swap('続きは', '続き[^1]は'),
  'footnote-unused': swap('## 原因', '[^1]: 注。\n\n## 原因'),
  'wiki-link': swap('続きは', '[[続き]]は'),
  'template-tag': swap('続きは', '{% note %} 続きは'),
  'link-brackets': swap('続きは', '［続き］（https://other.example/a）は'),
  'heading-id': swap('## 原因', '## 原因 {#a}\n\n### 他 {#a}'),
  'raw-html-address': swap('続きは', '<a href="./two-jp.md">続き</a>は'),
  'raw-html-element': swap('続きは', 'Vec<T> の続きは'),
  'raw-html-closed': swap('続きは', '続き<b>は'),
  'raw-html-markdown': swap('## 原因', '<div>\n**重要**\n</div>\n\n## 原因'),
  'raw-html-comment': swap('続きは', '続き<!-- 後で直す -->は'),
  'active-content': swap('続きは', '<b onclick="a()">続き</b>は'),
  'active-content: of a link': swap('続きは', '[続き](javascript:a)は'),
  'code-language': both(
    configure({ highlight: 'shiki' }),
    swap('## 原因', '```typscript\nlet a = 1\n```\n\n## 原因'),
  ),
  'image-usable': swap('a dot.png', 'no dot.png'),
  'image-usable: of the front matter': swap('../images/dot.png', '../images/none.png'),
  'image-usable: of the front matter, beside a bad date': both(
    swap('../images/dot.png', '../images/none.png'),
    swap('date: 2025-01-01', 'date: 2025-02-30'),
  ),
  'image-usable: of the front matter, without a picture in the body': both(
    swap('../images/dot.png', '../images/none.png'),
    swap('![点](<../images/a dot.png>)', '点'),
  ),
  'image-usable: of the front matter, with the rule off': both(
    configure({ rules: { 'image-usable': 'off' } }),
    swap('../images/dot.png', '../images/none.png'),
  ),
  'image-usable: of the front matter, an address': swap('../images/dot.png', 'https://other.example/a.png'),
  'image-usable: of the front matter, a list, with the rule off': both(
    configure({ rules: { 'image-usable': 'off', 'value-type': 'off' } }),
    swap('../images/dot.png', '[../images/dot.png]'),
  ),
  'image-usable: from the root': swap('<../images/a dot.png>', '/images/b.png'),
  'image-usable: without an address': swap('<../images/a dot.png>', ''),
  'image-blanks': swap('<../images/a dot.png>', '../images/a dot.png'),
  'link-target': swap('./two-jp.md', './tow-jp.md'),
  'link-target: from the root': swap('./two-jp.md', '/posts/tow-jp.md'),
  'link-anchor': swap('#原因', '#原困'),
  'link-anchor: of another article that changed': swap('## 原因', '## 対処', 'posts/two-jp.md'),
  'link-unclaimed': swap('続きは', '[これ](https://blog.example/archives/99)の続きは'),
  'link-own-site': swap('続きは', '[これ](https://blog.example/contcat)の続きは'),
  'link-unpublished': swap('status: publish', 'status: draft', 'posts/two-jp.md'),
  'link-language': swap('./two-jp.md#原因', './two-en.md'),
  'link-self': swap('続きは', '[これ](./one-jp.md)の続きは'),
  'link-text': swap('続きは', '[二](https://other.example/)の続きは'),
  'link-permalink': swap('./two-jp.md', 'https://blog.example/archives/7'),
  'link-orphan': swap('[二](./two-jp.md#原因)', '二'),
  'series-siblings': swap('[一](./one-jp.md)', '一', 'posts/two-jp.md'),
  'series-member-missing': configure({ series: [{ name: 'numbers', members: ['one', 'two', 'three'] }] }),
  'series-member-missing: where none is there': configure({
    series: [{ name: 's', members: ['nope'] }],
    rules: { 'series-member-missing': 'error' },
  }),
  'series-known': add('series: letters'),
  'pair-status': swap('status: publish', 'status: pending', 'posts/one-en.md'),
  'pair-schedule': swap('date: 2025-01-01', 'date: 2025-01-02', 'posts/one-en.md'),
  'pair-categories': swap('categories: [Errors & Fixes]\n', '', 'posts/one-en.md'),
  'pair-headings': swap('## Cause', '## Cause\n\n### Another', 'posts/one-en.md'),
  'pair-images': swap('![A dot](../images/dot.png)', 'A dot.', 'posts/one-en.md'),
  'image-unused': async (root) => {
    await copyFile(path.join(root, 'images/dot.png'), path.join(root, 'images/unused.png'))
    return ['images/unused.png']
  },
}

function edit(file: string, change: (text: string) => string): Fault {
  return async (root) => {
    const text = await readFile(path.join(root, file), 'utf8')
    const changed = change(text)
    if (changed === text) throw new Error(`Nothing changed in ${file}.`)
    await writeFile(path.join(root, file), changed)
    return [file]
  }
}

function swap(from: string, to: string, file = ONE): Fault {
  return edit(file, (text) => text.replace(from, to))
}

/** Adds a line to the front matter. */
function add(line: string): Fault {
  return swap('\n---\n', `\n${line}\n---\n`)
}

function configure(settings: { readonly rules?: object; readonly [key: string]: unknown }): Fault {
  return edit(CONFIG, (text) => {
    const before = JSON.parse(text) as { rules: object }
    return JSON.stringify(
      { ...before, ...settings, rules: { ...before.rules, ...settings.rules } },
      undefined,
      2,
    )
  })
}

function both(first: Fault, second: Fault): Fault {
  return async (root) => [...new Set([...(await first(root)), ...(await second(root))])]
}
