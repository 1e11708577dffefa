import { say } from '../language/say.ts'

/** Why something of the site is not in the files, as people are told. */

export const IN_TRASH = say`the post is in the trash of the site. Restore it in wp-admin, publish it again with --overwrite, or remove the file`

export const NOTES = say`it has notes that Markdown cannot hold: one that nothing refers to, one with more than text, one with a shortcode, or a reference inside a block that is kept as markup. Mend the note in wp-admin, then pull again`

export const FAULTY = say`the file has an error. Mend it, then pull again`

export const FRONT_MATTER = say`the front matter is written in a way that cannot be edited piece by piece. Write each key on a line of its own, then pull again`

export const EXCESS = say`its content is too large or nested too deep for an article. Shorten it in wp-admin, or leave it there`

export const NOT_UTF8 = say`the file is not valid UTF-8`

export const CHANGED = say`the file was changed while the site was read. Pull again`
