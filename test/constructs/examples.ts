import type { plainContext } from '../helpers/pull-project.ts'

export interface Example {
  readonly what: string
  readonly markdown: string
  /** What comes back, where authors have several ways to write the same. */
  readonly back?: string
  /** Where it is one format's alone. */
  readonly format?: 'blocks'
  readonly settings?: Parameters<typeof plainContext>[1]
}

/** What an author writes of each construct, by its name in the registry. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  'definition list': [
    {
      what: 'terms and what they mean',
      markdown: 'Term\n: What it means, with *Markdown*.\n: Another.\n\nTwo\nterms\n: One.\n',
    },
    { what: 'paragraphs', markdown: 'Term\n\n:   One.\n\n    Two.\n\n    - item\n' },
  ],
  directives: [
    {
      what: 'words of another language',
      markdown: 'これは:lang[Server **error**]{en}と :lang[שלום]{he}。\n',
    },
    { what: 'colons that are text', markdown: '10:30pm, a:b, std::vector, :lang[a]{1}\n' },
    {
      what: 'notes and links behind colons',
      markdown: '参考:公式[^1]、比は1:2[甲](https://e.example/)、a:b[*c*]{d}\n\n[^1]: 注\n',
    },
    { what: 'colons before a word', markdown: '::leaf\n', back: ':\\:leaf\n' },
  ],
  'block markup': [
    {
      what: 'a block that Markdown does not have',
      markdown:
        '<!-- wp:buttons -->\n<div class="wp-block-buttons">\n\n**a**\n\n</div>\n<!-- /wp:buttons -->\n',
    },
  ],
  'page breaks': [{ what: 'in an article', markdown: 'a\n\n<!--more-->\n\nb\n\n<!--nextpage-->\n\nc\n' }],
  pictures: [
    {
      what: 'widths and a caption',
      markdown: '![a](https://e.example/a.png "b"){width=300}\n\n![c](https://e.example/c.png){width=50%}\n',
    },
    { what: 'a width in a line', markdown: 'a ![b](https://e.example/a.png){width=300} c\n' },
    { what: 'a link and a caption', markdown: '[![a](https://e.example/a.png "b")](https://e.example/)\n' },
    {
      what: 'enlarged by a click',
      markdown:
        '![a](https://e.example/a.png "b")\n\n![c](https://e.example/c.png){width=50%}\n\n[![d](https://e.example/d.png)](https://e.example/)\n',
      settings: { images: { lightbox: true } },
    },
    {
      what: "Obsidian's width",
      markdown: '![a|300](https://e.example/a.png)\n',
      back: '![a](https://e.example/a.png){width=300}\n',
    },
    {
      what: 'blanks in an address',
      markdown: '![a](b c.png)\n',
      back: '![a](b%20c.png)\n',
    },
  ],
  'wide autolinks': [
    {
      what: 'an address before Japanese punctuation',
      markdown: 'https://e.example/a、b\n',
      back: '<https://e.example/a>、b\n',
    },
  ],
  'task list': [{ what: 'in each other', markdown: '- [ ] a **b**\n- [x] c\n  - [x] d\n- e\n' }],
  contents: [
    {
      what: 'of an article with sections',
      markdown: '# T\n\n## 目次\n\n[[toc]]\n\n## A `b`\n\n### C\n\n## D {#dee}\n',
    },
    { what: 'as a comment', markdown: '<!-- toc -->\n\n## A\n', back: '[[toc]]\n\n## A\n' },
  ],
  details: [
    { what: 'open, with a title', markdown: ':::details[Title *x*]{open}\nText\n\n- a\n:::\n' },
    {
      what: 'as HTML around Markdown',
      markdown: '<details>\n<summary>a</summary>\n\n**b**\n\n</details>\n',
      back: ':::details[a]\n**b**\n:::\n',
    },
  ],
  boxes: [
    { what: 'with a title', markdown: ':::note[Title *x*]\nText\n\n- a\n:::\n' },
    { what: 'in each other', markdown: '::::warning\n:::step\na\n:::\n::::\n' },
    {
      what: 'with formatting and without a word',
      markdown: ':::example\n- a\n:::\n\n:::conclusion[*b* `c`]\nd\n:::\n',
    },
    {
      what: 'with a title that is a label',
      markdown: ':::warning[注意すること]\na\n:::\n\n:::note[Notebook]\nb\n:::\n',
    },
    {
      what: 'of the configuration',
      markdown: ':::hint\na\n:::\n\n:::hint[b]\nc\n:::\n\n:::warning\nd\n:::\n\n:::plain\ne\n:::\n',
      settings: {
        boxes: { hint: { title: 'ヒント', className: 'a b' }, warning: { title: 'ご用心' }, plain: {} },
      },
    },
    {
      what: 'for a style sheet',
      markdown: ':::note[Title *x*]\nText\n:::\n\n:::hint\na\n:::\n\n:::warning\nb\n:::\n',
      settings: { boxes: { style: 'class', hint: { title: 'ヒント' } } },
    },
    {
      what: "GitHub's alert",
      markdown: '> [!CAUTION]\n> a\n>\n> b\n',
      back: ':::warning\na\n\nb\n:::\n',
    },
  ],
  strikethrough: [
    { what: 'two tildes', markdown: '~~消した~~文と~~**b**~~\n' },
    { what: 'single tildes', markdown: '10~20分、混むと30~40分。~/.config と ~/.local、*a~*~b\n' },
    { what: 'tildes as text', markdown: 'a \\~\\~b\\~\\~ c\n' },
  ],
  mark: [
    { what: 'with other signs inside', markdown: 'a ==b **c** d== e==f, g == h\n' },
    {
      what: 'in a class of the style sheet, beside one that has another',
      markdown: 'a ==b **c**== <mark class="x">d</mark> <mark>e</mark>\n',
      settings: { mark: { class: 'marker yellow' } },
    },
  ],
  headings: [{ what: 'an id', markdown: '## 長い見出し {#summary}\n\n## text \\{#text}\n' }],
  tables: [
    { what: 'a caption', markdown: '| a | b |\n| - | - |\n| 1 | 2 |\n\nTable: Caption *x*\n' },
    {
      what: 'a caption in Japanese, row headers, many columns',
      markdown: '| | b | c | d |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |\n\n表: 説明\n',
    },
  ],
  math: [
    {
      what: 'for MathJax',
      markdown: 'a $E=mc^2$ と $a < b$\n\n$$\n\\frac{a}{b} \\\\ c\n$$\n',
      settings: { math: 'delimiters' },
    },
    {
      what: 'as MathML',
      markdown:
        'a $E=mc^2$ と $a < b$、$x$\n\n$$\n\\frac{a}{b} \\\\ c\n$$\n\n- $y_1$\n\n| $z$ |\n| - |\n| 1 |\n',
      settings: { math: 'core' },
      format: 'blocks',
    },
    { what: 'that Temml does not know', markdown: 'a $\\unheard{x}$\n', settings: { math: 'core' } },
    { what: 'dollars', markdown: 'a $x$ $b*c*$\n', settings: { math: 'auto' } },
    {
      what: 'for Jetpack',
      markdown: 'a $E=mc^2$ と $a < b$\n\n$$\n\\frac{a}{b} \\\\ c\n$$\n',
      settings: { math: 'jetpack' },
    },
  ],
  code: [
    {
      what: 'a diagram',
      markdown: '```mermaid\ngraph LR\n  A["a & b"] --> B\n\n  B --> C\n```\n',
      settings: { mermaid: 'class' },
    },
    {
      what: 'a title, numbers, marked lines',
      markdown: '```ts title="src/a.ts" showLineNumbers {1,3-4}\na\n  b\n  c\nd\n```\n',
    },
    {
      what: 'numbers that begin elsewhere',
      markdown: '```ts showLineNumbers{10}\na\nb\n```\n\n```ts title="a -- b" showLineNumbers\na\n```\n',
    },
    {
      what: 'numbers for a plugin',
      markdown: '```ts showLineNumbers {2}\na\nb\n```\n',
      settings: { lineNumbers: 'class' },
    },
    { what: 'a diff', markdown: '```diff\n  a // [!code --]\n  b // [!code ++]\nc\n```\n' },
    {
      what: 'errors and warnings',
      markdown: '```py\n  a # [!code error]\nb # [!code warning]\nc # [!code highlight]\n```\n',
    },
    {
      what: 'colours, a title and numbers',
      markdown: '```ts title="a.ts" showLineNumbers{9} {3}\nconst a = 1\n\n  // b\n```\n',
      settings: { highlight: 'shiki' },
    },
    {
      what: 'a diff in colours',
      markdown: '```ts\nconst a = 1 // [!code --]\n  let b = 2 // [!code ++]\n```\n',
      settings: { highlight: 'shiki' },
    },
    { what: 'colours without a language', markdown: '```\na\n```\n', settings: { highlight: 'shiki' } },
  ],
  footnotes: [
    {
      what: 'one of them twice, with signs inside',
      markdown: 'a[^1] b[^x] c[^1]\n\n[^1]: One, *with* `code`.\n\n[^x]: Two.\n',
    },
    { what: 'more than a line', markdown: 'a[^1]\n\n[^1]: One.\n\n    - item\n' },
  ],
  embeds: [
    {
      what: 'a video and a post',
      markdown: 'https://youtu.be/a_b_c\n\nhttps://x.com/a/status/1\n',
    },
    { what: 'an own article', markdown: 'https://example.org/?p=549\n' },
  ],
}
