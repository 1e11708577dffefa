/*
 * How much of anything is read. Beyond these, reading takes a multiple of the time and memory that it is worth, and
 * what is that large was not meant to be an article. docs/limits.md tells them.
 */

/** Bytes of an article's file. */
export const MOST_ARTICLE_BYTES = 300_000

/** Bytes of a picture's file; one that is wider than what is uploaded may be larger than an upload. */
export const MOST_PICTURE_BYTES = 64_000_000

/** Characters of a post's content, which is longer than the article for its colours and comments; UTF-16 units. */
export const MOST_CONTENT = 5_000_000

/** Characters of its front matter, UTF-16 units. */
export const MOST_FRONT_MATTER = 20_000

/** Elements that lie in each other in HTML, and levels of lists, quotes and boxes. */
export const MOST_LEVELS = 200

/** Elements such as `<b>` that are open at a time: browsers open each of them anew in every paragraph that follows. */
export const MOST_OPEN_STYLES = 16

/**
 * Characters that may come of what is written once and shown in many places: the address of a label, the list of the
 * sections; a cell of a table counts as ten.
 */
export const MOST_EXPANSION = 2_000_000

/** Terms and what they mean, each of which takes the parser a multiple of the time for all that there are. */
export const MOST_DEFINITIONS = 2000

/** Signs of emphasis, and ends of labels, in one paragraph: the parser compares each of them with those before it. */
export const MOST_SIGNS = 5000

/** Milliseconds that parsing, judging or rendering one article may take on the clock. */
export const MOST_MILLISECONDS = 30_000
