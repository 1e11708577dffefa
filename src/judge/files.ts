import type { VFile } from 'vfile'
import type { JudgedArticle, Judgement } from './types.ts'

/** Every file that can have a message: the articles in their order, then the others. */
export function listFiles({ articles, others }: Pick<Judgement, 'articles' | 'others'>): VFile[] {
  return [...[...articles.values()].map(fileOf), ...others]
}

/** The file of an article, with every message about it. */
export function fileOf({ draft }: JudgedArticle): VFile {
  return draft.source.file
}
