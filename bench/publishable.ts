import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { mulberry32, readPieces } from './generate.ts'

/** `back`: half of the articles link to an earlier one; `mutual`: neighbours link to each other. */
export type Links = 'none' | 'back' | 'mutual'

const CATEGORIES = Array.from({ length: 8 }, (_, number) => ({
  name: `Category ${number}`,
  slug: `category-${number}`,
}))

/** Bytes of text in an article. */
const LENGTH = 6_000

/**
 * Writes a project of articles to publish, each with one of 8 categories and three of 40 tags. The same number always
 * gives the same bytes.
 *
 * @returns its configuration
 */
export async function writePublishable(folder: string, amount: number, links: Links): Promise<string> {
  const pieces = await readPieces()
  const random = mulberry32(amount)
  const below = (most: number): number => Math.floor(random() * most)
  await mkdir(path.join(folder, 'posts'), { recursive: true })
  for (let number = 0; number < amount; number += 1) {
    let text = ''
    while (Buffer.byteLength(text) < LENGTH) text += `${pieces[below(pieces.length)]}\n\n`
    const target = {
      none: undefined,
      back: number % 2 === 1 ? below(number) : undefined,
      mutual: number ^ 1,
    }[links]
    const link = target === undefined || target >= amount ? '' : `[記事 ${target}](./${nameOf(target)}.md)\n`
    await writeFile(
      path.join(folder, 'posts', `${nameOf(number)}.md`),
      `---
title: 記事 ${number}
slug: ${nameOf(number)}
date: 2025-${String(1 + (number % 12)).padStart(2, '0')}-22 11:00:00
status: publish
categories: [Category ${below(8)}]
tags: [${[below(13), 13 + below(13), 26 + below(14)].map((tag) => `Tag ${tag}`).join(', ')}]
---

${text}${link}`,
    )
  }
  const config = path.join(folder, 'wp.config.json')
  await writeFile(
    config,
    `${JSON.stringify({ site: { url: 'https://example.com', timezone: 'Asia/Tokyo' }, categories: CATEGORIES })}\n`,
  )
  return config
}

function nameOf(number: number): string {
  return `article-${String(number).padStart(5, '0')}`
}
