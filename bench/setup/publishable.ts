import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mulberry32, readPieces } from '../generate.ts'
import { writePictures } from './pictures.ts'

/** How a project of articles to publish is made. */
export interface Publishable {
  readonly articles: number
  /** `back`: half of the articles link to an earlier one; `mutual`: neighbours link to each other. @default 'none' */
  readonly links?: 'none' | 'back' | 'mutual'
  /** Tags of the whole folder; each article has an equal part of them, and three where there are 40. @default 40 */
  readonly tags?: number
  /** Pictures of the whole folder, each in one article. @default 0 */
  readonly pictures?: number
}

const CATEGORIES = Array.from({ length: 8 }, (_, number) => ({
  name: `Category ${number}`,
  slug: `category-${number}`,
}))

/** Bytes of text in an article. */
const LENGTH = 6_000

/** So many tags are shared by all articles; more are spread over them. */
const SHARED_TAGS = 40

/**
 * Writes a project of articles to publish, each with one of 8 categories. The same numbers always give the same bytes.
 *
 * @returns its configuration
 */
export async function writePublishable(
  folder: string,
  { articles, links = 'none', tags = SHARED_TAGS, pictures = 0 }: Publishable,
): Promise<string> {
  const pieces = await readPieces()
  const random = mulberry32(articles)
  const below = (most: number): number => Math.floor(random() * most)
  await mkdir(path.join(folder, 'posts'), { recursive: true })
  const files = await writePictures(path.join(folder, 'images'), pictures)
  for (let number = 0; number < articles; number += 1) {
    let text = ''
    while (Buffer.byteLength(text) < LENGTH) text += `${pieces[below(pieces.length)]}\n\n`
    const target = {
      none: undefined,
      back: number % 2 === 1 ? below(number) : undefined,
      mutual: number ^ 1,
    }[links]
    const link =
      target === undefined || target >= articles ? '' : `[記事 ${target}](./${nameOf(target)}.md)\n\n`
    const shown = partOf(files, number, articles).map((file) => `![図](../images/${file})\n\n`)
    const named =
      tags === SHARED_TAGS
        ? [below(13), 13 + below(13), 26 + below(14)]
        : partOf([...Array(tags).keys()], number, articles)
    await writeFile(
      path.join(folder, 'posts', `${nameOf(number)}.md`),
      `---
title: 記事 ${number}
slug: ${nameOf(number)}
date: ${dateOf(number)}
status: publish
categories: [Category ${below(8)}]
tags: [${named.map((tag) => `Tag ${tag}`).join(', ')}]
---

${text}${shown.join('')}${link}`,
    )
  }
  const config = path.join(folder, 'wp.config.json')
  await writeFile(
    config,
    `${JSON.stringify({ site: { url: 'https://example.com', timezone: 'Asia/Tokyo' }, categories: CATEGORIES })}\n`,
  )
  return config
}

/** Two a day, as a blog has them that began years ago. */
function dateOf(number: number): string {
  return new Date(Date.UTC(2025, 11, 31, 11 - 12 * number)).toISOString().slice(0, 19).replace('T', ' ')
}

/** Adds one more paragraph to every article. */
export async function editAll(folder: string, articles: number): Promise<void> {
  for (let number = 0; number < articles; number += 1) {
    const file = path.join(folder, 'posts', `${nameOf(number)}.md`)
    await writeFile(file, `${await readFile(file, 'utf8')}\n追記です。\n`)
  }
}

/** The part of the items that falls to one of so many articles. */
function partOf<T>(items: readonly T[], number: number, articles: number): T[] {
  const at = (index: number): number => Math.floor((index * items.length) / articles)
  return items.slice(at(number), at(number + 1))
}

function nameOf(number: number): string {
  return `article-${String(number).padStart(5, '0')}`
}
