import * as z from 'zod'
import { DEFAULT_SLUG_PATTERN } from '../posts/slugs.ts'
import { renderingSettings } from './rendering-settings.ts'
import { siteAddress } from './site-address.ts'

/** Endings that tell a language, where the project names none. */
export const DEFAULT_LANGUAGES: Record<string, [string, ...string[]]> = { ja: ['-jp', '-ja'], en: ['-en'] }

const category = z
  .strictObject({
    name: z.string().min(1).describe('The name as readers see it, without HTML entities.'),
    slug: z
      .string()
      .min(1)
      .optional()
      .describe('The slug on the site. Default: what WordPress makes of the name.'),
    parent: z
      .string()
      .min(1)
      .optional()
      .describe('The parent category: its name, or its path "A > B" where several have that name.'),
  })
  .describe('A category that articles may name.')

const series = z.strictObject({
  name: z.string().min(1).describe('Stable name of the series, for messages.'),
  title: z.string().optional().describe('Title for people.'),
  members: z
    .array(z.string().min(1))
    .min(1)
    .describe(
      'The articles in reading order, as file names without language ending: "copilot-server-error-502".',
    ),
  linkSiblings: z
    .boolean()
    .default(true)
    .describe('Each member links to every other member of its language. Default: true.'),
})

const plugin = z.union([z.string(), z.tuple([z.string(), z.unknown()])])

const externalCheck = z
  .strictObject({
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe('Globs of addresses or hosts that are not asked: "https://x.com/**". Default: none.'),
    concurrency: z.int().positive().default(8).describe('Requests at once. Default: 8.'),
    perHost: z.int().positive().default(2).describe('Requests at once to one host. Default: 2.'),
    delayMs: z
      .int()
      .nonnegative()
      .default(200)
      .describe('Milliseconds between the starts of two requests to one host. Default: 200.'),
    timeoutSeconds: z.number().positive().default(10).describe('Longest wait for one answer. Default: 10.'),
    runSeconds: z.number().positive().default(300).describe('Longest time for all links. Default: 300.'),
    retries: z
      .int()
      .nonnegative()
      .default(2)
      .describe('How often a request that failed for a passing reason is sent again. Default: 2.'),
    maxAgeHours: z
      .number()
      .nonnegative()
      .default(24)
      .describe('How long an answer counts before the page is asked again; 0: not at all. Default: 24.'),
    allowAddresses: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
      .default([])
      .describe('Private addresses or ranges that may be asked: "10.0.0.0/8". Default: none.'),
  })
  .describe('How `check --external` asks.')

const permalink = z
  .string()
  .startsWith('/')
  .default('/archives/%post_id%')
  .describe('The permalink structure of wp-admin > Settings > Permalinks. Default: "/archives/%post_id%".')

const site = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .transform(siteAddress)
    .describe('Public address of the site. Links to it count as links to own articles.'),
  staging: z
    .array(z.url({ protocol: /^https?$/ }))
    .default([])
    .describe(
      'Addresses of other sites that the articles may be sent to as well, to try them out; an `id` counts on site.url alone. Default: none.',
    ),
  timezone: z
    .string()
    .default('Asia/Tokyo')
    .describe('IANA name of the zone in which dates without a zone are meant. Default: "Asia/Tokyo".'),
  permalink,
  language: z.string().default('ja').describe('Language of articles that name none, BCP 47. Default: "ja".'),
})

/** What the schema tells of a rule. */
interface RuleFacts {
  readonly id: string
  readonly severity: string
  readonly summary: string
}

/**
 * Every key of wp.config.json, its default and its meaning; the JSON Schema for editors is made from this.
 *
 * @param rules whose severities may be set; they are passed in, since rules read the configuration themselves
 * @param keys of the front matter
 */
export const createSettingsSchema = (rules: readonly RuleFacts[], keys: readonly string[]) =>
  z.strictObject({
    $schema: z.string().optional().describe('Where editors find this schema.'),
    name: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .optional()
      .describe(
        'Name of this folder among others that publish to the same site; never change it afterwards. Default: none.',
      ),
    site,
    publishers: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Login names or ids of the users who publish this folder, besides the login; posts of others are never written. Default: none.',
      ),
    posts: z.string().default('posts').describe('Folder of the articles. Default: "posts".'),
    ignore: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Globs of Markdown below that folder that is no article: "notes/**", "README.md". Default: none.',
      ),
    fileNames: z
      .strictObject({
        dated: z
          .boolean()
          .default(false)
          .describe(
            'Names begin with a date, "2026-01-05-my-article.md": that of articles that give none, and no part of the slug. Default: false.',
          ),
        slugs: z
          .enum(['written', 'kept'])
          .default('written')
          .describe(
            'The slug of an article that gives none: its name as it is "written", or what of that is "kept" by WordPress, "my-article" of "My Article.md". Default: "written".',
          ),
      })
      .prefault({})
      .describe('What names of files say.'),
    format: z
      .enum(['blocks', 'html'])
      .default('blocks')
      .describe('"blocks" writes the block editor\'s own markup, "html" plain HTML. Default: "blocks".'),
    frontMatter: z
      .strictObject({
        aliases: z
          .record(z.string().min(1), z.enum(keys))
          .default({})
          .describe(
            'Keys that other programs call otherwise: { "description": "excerpt", "published": "status" }; a key inside of another as "cover.image". Default: none.',
          ),
        ignore: z
          .array(z.string().min(1))
          .default([])
          .describe(
            'Keys that are meant for other programs: ["emoji"]; also one of ours, such as an "id" that is not WordPress\'s. Default: none.',
          ),
        lists: z
          .enum(['items', 'words'])
          .default('items')
          .describe(
            'What categories and tags that are one text mean: one name, or each of its "words" a name, as in Jekyll. Default: "items".',
          ),
        categories: z
          .enum(['each', 'path'])
          .default('each')
          .describe(
            'What a list of categories means: "each" of them, or as in Hexo the "path" down to one. Default: "each".',
          ),
        status: z
          .enum(['publish', 'draft', 'pending', 'private'])
          .default('draft')
          .describe('Status of articles that give none. Default: "draft".'),
      })
      .prefault({})
      .describe('How the front matter of this folder is read.'),
    categories: z
      .array(category)
      .optional()
      .describe('The closed list of categories. Default: the categories of the site.'),
    tags: z
      .array(z.string().min(1))
      .default([])
      .describe('Known tags, for spotting misspelt ones. Default: none.'),
    languages: z
      .record(z.string(), z.array(z.string().min(1)).min(1))
      .default(DEFAULT_LANGUAGES)
      .describe('Endings of file names and slugs that tell the language. Default: ja "-jp" "-ja", en "-en".'),
    slug: z
      .strictObject({
        pattern: z
          .string()
          .default(DEFAULT_SLUG_PATTERN)
          .describe(
            'Regular expression that every slug matches. Default: words without capitals, of letters of any script, joined by "-".',
          ),
        maxLength: z.int().positive().max(200).default(200).describe('Longest slug, in bytes. Default: 200.'),
      })
      .prefault({})
      .describe('The rule for slugs.'),
    images: z
      .strictObject({
        maxBytes: z
          .int()
          .positive()
          .default(5_000_000)
          .describe('Largest picture file, in bytes. Default: 5000000.'),
        maxWidth: z
          .int()
          .positive()
          .default(2560)
          .describe('Wider pictures are scaled down before upload, in pixels. Default: 2560.'),
        folder: z
          .string()
          .default('.')
          .describe(
            'Folder of the project in which paths of pictures begin that have a slash in front: "static". Default: the project itself.',
          ),
        featured: z
          .enum(['given', 'first'])
          .default('given')
          .describe(
            'Featured picture of articles that name none: none unless it is "given", or the "first" picture of the body. Default: "given".',
          ),
        lightbox: z
          .boolean()
          .default(false)
          .describe('A click shows a picture in its full size. Default: false.'),
      })
      .prefault({})
      .describe('Limits for pictures.'),
    series: z.array(series).default([]).describe('The series and their members. Default: none.'),
    rules: z
      .strictObject(severitiesOf(rules))
      .default({})
      .describe('Severity of rules by id: "off", "warn" or "error". Default: each rule\'s own.'),
    ...renderingSettings,
    externalLinks: z
      .strictObject({
        target: z
          .enum(['_blank'])
          .optional()
          .describe('Where links to other sites open. Default: the same tab.'),
        rel: z.string().optional().describe('The rel of links to other sites. Default: none.'),
        check: externalCheck.prefault({}),
      })
      .prefault({})
      .describe('Links to other sites.'),
    html: z
      .enum(['allow', 'sanitize', 'escape'])
      .default('allow')
      .describe(
        'Raw HTML in articles: "allow" publishes it as it stands, "sanitize" without what could act on the page, "escape" as text. Default: "allow".',
      ),
    excerpt: z
      .enum(['first-paragraph', 'none'])
      .default('first-paragraph')
      .describe('Excerpt of articles that give none. Default: "first-paragraph".'),
    preview: z
      .strictObject({
        scripts: z
          .boolean()
          .default(false)
          .describe('Let scripts that articles hold as raw HTML run in the preview, too. Default: false.'),
        stylesheet: z
          .string()
          .min(1)
          .optional()
          .describe(
            "Style sheet of your theme, a file of the project: how articles look in the preview. Default: as WordPress's own theme.",
          ),
      })
      .prefault({})
      .describe('The draft preview.'),
    plugins: z
      .strictObject({
        remark: z
          .array(plugin)
          .default([])
          .describe('remark plugins, by package name or path. Default: none.'),
        rehype: z
          .array(plugin)
          .default([])
          .describe('rehype plugins, by package name or path. Default: none.'),
      })
      .prefault({})
      .describe('unified plugins of your own.'),
  })

function severitiesOf(rules: readonly RuleFacts[]) {
  return Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      z.enum(['off', 'warn', 'error']).optional().describe(`${summary} Default: "${severity}".`),
    ]),
  )
}

type SettingsSchema = ReturnType<typeof createSettingsSchema>

/** wp.config.json with its defaults filled in. */
export type Settings = Readonly<Omit<z.output<SettingsSchema>, '$schema'>>
