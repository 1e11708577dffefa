/** The nouns of making a project of a folder. */
import type { SourcePost } from '../posts/types.ts'
import type { Choice } from './choice.ts'
import type { ProjectFiles } from './project-files.ts'
import type { Reshaped } from './reshape.ts'

/** How a program that publishes Markdown wants a folder to be. */
export interface Convention {
  readonly name: string
  /** The folder of the articles; `undefined` where the project is none of that program. */
  readonly findPosts: (project: ProjectFiles) => string | undefined
  /** Keys of its front matter that say nothing to WordPress, whatever others mean by them. */
  readonly ignore: readonly string[]
  /** Folders in which paths of pictures may begin that have a slash in front. */
  readonly pictures: readonly string[]
  /** Status of an article that says nothing of it; `undefined` where each has to. */
  readonly status: 'publish' | undefined
  /** Markdown among the articles that is none, by its path below their folder. */
  readonly notArticles?: RegExp
  /** What else follows from it. */
  readonly choose?: (survey: Survey) => readonly Choice[]
}

/** A Markdown file of a folder, as it lies there and as it is read. */
export interface SurveyedFile extends Reshaped {
  /** Name of the file as it lies there, below the folder. */
  readonly before: string
  readonly textBefore: string
}

/** What a folder of Markdown tells of itself. */
export interface Survey {
  readonly root: string
  /** The folder of the articles, relative to the project. */
  readonly posts: string
  /** The program that it was made for, where that is a known one. */
  readonly convention: Convention | undefined
  readonly files: readonly SurveyedFile[]
  /** Those with front matter, read without any settings. */
  readonly articles: readonly SourcePost[]
  /** Folders of other programs, which hold fewer articles. */
  readonly others: readonly { readonly name: string; readonly posts: string }[]
}
