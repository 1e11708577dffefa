import { say } from '../language/say.ts'
import type { Written } from '../revocable-files.ts'
import type { Choice } from './choice.ts'

/** Two articles in two languages, which show how they are linked, and nothing that has to be taken out again. */
const ARTICLES: Readonly<Record<string, string>> = {
  'first-steps-1-jp': `---
title: はじめの一歩（1）記事を書く
status: draft
tags: [WordPress]
excerpt: Markdownで記事を書き、プレビューで確かめるまで。
---

この記事は見本です。題名と本文を書き換えて使ってください。

## 書く

記事は\`posts/\`の中の1つのファイルです。\`status: draft\`を\`publish\`に変えると公開されます。

:::note
画像は\`images/\`に置き、\`![説明](../images/名前.png)\`と書きます。
:::

続きは[公開する](./first-steps-2-jp.md)です。
`,
  'first-steps-2-jp': `---
title: はじめの一歩（2）公開する
status: draft
tags: [WordPress]
excerpt: 公開の前に計画を見て、それから公開するまで。
---

この記事は見本です。前の記事は[記事を書く](./first-steps-1-jp.md)です。

## 公開する

先に計画を見ます。何も送られません。

\`\`\`sh
npx rensai plan
\`\`\`

よければ公開します。

\`\`\`sh
npx rensai publish
\`\`\`
`,
  'first-steps-1-en': `---
title: "First steps (1): write an article"
status: draft
tags: [WordPress]
excerpt: Writing an article in Markdown, and looking at it in the preview.
---

This article is an example: write your own title and text in its place.

## Write

An article is one file in \`posts/\`. With \`publish\` in place of \`draft\` it becomes public.

:::note
Pictures lie in \`images/\`, and are written \`![what it shows](../images/name.png)\`.
:::

Go on with [publishing it](./first-steps-2-en.md).
`,
  'first-steps-2-en': `---
title: "First steps (2): publish it"
status: draft
tags: [WordPress]
excerpt: Looking at the plan first, and then publishing.
---

This article is an example. The one before it is [about writing](./first-steps-1-en.md).

## Publish

Look at the plan first. Nothing is sent.

\`\`\`sh
npx rensai plan
\`\`\`

Then publish.

\`\`\`sh
npx rensai publish
\`\`\`
`,
}

const ENV_EXAMPLE = `# Copy this file to .env and fill it in. An application password is made in wp-admin > Users > Profile.
WP_URL=https://example.com
WP_USERNAME=writer
WP_APP_PASSWORD="xxxx xxxx xxxx xxxx xxxx xxxx"
`

/** A password must never be committed, and the rest is made anew at any time. */
const IGNORED = ['.env', '.rensai/', '.sandbox/', 'dist/', 'node_modules/']

/** What wp.config.json says of the small series. */
export function starterChoices(): Choice[] {
  return [
    {
      path: ['series'],
      value: [{ name: 'first-steps', title: 'First steps', members: ['first-steps-1', 'first-steps-2'] }],
      why: say`The articles of a series link to each other; the plan and the preview show it.`,
    },
  ]
}

/**
 * The files of a small series to edit.
 *
 * @param gitignore what stands in the .gitignore; `undefined` where there is none
 */
export function starterFiles(gitignore: string | undefined): Written[] {
  const ignored = gitignore ?? ''
  const lines = ignored.split(/\r?\n/).map((line) => line.trim())
  const missing = IGNORED.filter(
    (name) => ![name, `/${name}`, name.replace(/\/$/, '')].some((one) => lines.includes(one)),
  )
  const before = ignored === '' || ignored.endsWith('\n') ? ignored : `${ignored}\n`
  return [
    ...Object.entries(ARTICLES).map(([name, content]) => ({
      name: `posts/${name}.md`,
      content,
      madeFrom: undefined,
    })),
    { name: '.env.example', content: ENV_EXAMPLE, madeFrom: undefined },
    ...(missing.length === 0
      ? []
      : [{ name: '.gitignore', content: `${before}${missing.join('\n')}\n`, madeFrom: gitignore }]),
  ]
}
