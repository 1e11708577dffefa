import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { INDEX, relativeUrl, thumbnailPath } from './addresses.ts'
import { type ArticleLine, COLUMNS, type Column, lineOf } from './article-lines.ts'
import { type ArticleRow, groupRows, type RowGroup } from './article-rows.ts'
import { nameOfSeries } from './names.ts'
import type { Snapshot } from './snapshot.ts'
import { THUMBNAIL } from './thumbnails.ts'

/** What stands in a row; the picture is the first, and there only where some article has one. */
type Heading = Column | 'picture'

/** Those by which the index sorts, where it may run its script. */
const SORTED: readonly Heading[] = ['article', 'status', 'date', 'problems']

interface TableOptions {
  readonly verdicts?: ReadonlyMap<string, readonly ElementContent[]>
  readonly isLive?: boolean
}

/**
 * The table of all articles, those with errors included: a row for each with its translations, a group for each series.
 * Its boxes are laid out as a grid, so that rows which are out of sight cost nothing, and so roles are named.
 *
 * @param options.verdicts what there is to say of the links within a series, by its name
 * @param options.isLive whether the page stays open while pictures are exchanged
 */
export function articleTable(
  snapshot: Snapshot,
  { verdicts = new Map(), isLive = false }: TableOptions = {},
): Element {
  const groups = groupRows(snapshot)
  const headings = headingsOf(groups, snapshot)
  const isGrouped = groups.some(({ series }) => series !== undefined)
  const head = h(
    'tr',
    { role: 'row' },
    headings.map((name) =>
      h(
        'th',
        {
          scope: 'col',
          role: 'columnheader',
          dataColumn: name,
          dataSort: SORTED.includes(name) ? name : undefined,
        },
        [headingOf(name, snapshot)],
      ),
    ),
  )
  const classes = [
    'pv-articles',
    ...(headings.includes('picture') ? ['pv-pictured'] : []),
    ...(headings.includes('publishing') ? ['pv-planned'] : []),
  ]
  let place = 0
  return h('table', { className: classes, role: 'table', ariaLabel: say`Articles` }, [
    h('thead', { role: 'rowgroup' }, [head]),
    ...groups.map((group, index) =>
      h('tbody', { role: 'rowgroup' }, [
        ...(isGrouped ? [groupHeading(group, headings.length, verdicts)] : []),
        ...group.rows.map((row) => {
          place += 1
          return tableRow(row, headings, { group: index, place, snapshot, isLive })
        }),
      ]),
    ),
  ])
}

function headingsOf(groups: readonly RowGroup[], { planned }: Snapshot): Heading[] {
  const isPictured = groups.some(({ rows }) =>
    rows.some(({ members }) => members.some(({ featured }) => featured !== undefined)),
  )
  return [
    ...(isPictured ? (['picture'] as const) : []),
    ...COLUMNS.filter((name) => name !== 'publishing' || planned !== undefined),
  ]
}

function headingOf(heading: Heading, { config }: Snapshot): ElementContent {
  switch (heading) {
    case 'picture':
      return h('span', { className: 'pv-hidden' }, say`Picture`)
    case 'article':
      return text(say`Article`)
    case 'status':
      return text(say`Status`)
    case 'date':
      return text(say`Date (${config.site.timezone})`)
    case 'problems':
      return text(say`Problems`)
    case 'publishing':
      return text(say`Publishing would`)
  }
}

function groupHeading(
  { series, rows }: RowGroup,
  columns: number,
  verdicts: ReadonlyMap<string, readonly ElementContent[]>,
): Element {
  const amount = rows.reduce((sum, { members }) => sum + members.length, 0)
  const title = series === undefined ? say`In no series` : nameOfSeries(series)
  return h('tr', { role: 'row', className: 'pv-group' }, [
    h('th', { scope: 'rowgroup', role: 'rowheader', colSpan: columns }, [
      h('span', { className: 'pv-group-title' }, title),
      h('span', { className: 'pv-soft' }, count(amount, 'article')),
      ...(verdicts.get(series?.name ?? '') ?? []),
    ]),
  ])
}

interface Place {
  /** Which group of the table it belongs to. */
  readonly group: number
  /** Among all rows, as the server has them. */
  readonly place: number
  readonly snapshot: Snapshot
  readonly isLive: boolean
}

function tableRow(
  row: ArticleRow,
  headings: readonly Heading[],
  { group, place, snapshot, isLive }: Place,
): Element {
  const lines = row.members.map((article) => lineOf(article, row, snapshot))
  const columns = headings.filter((name) => name !== 'picture')
  return h(
    'tr',
    {
      role: 'row',
      style: lines.length > 1 ? `--pv-lines: ${lines.length}` : undefined,
      dataGroup: String(group),
      dataPlace: String(place),
      dataSeries: row.series.map(({ name }) => name).join(' '),
    },
    [
      ...(headings.includes('picture') ? [pictureCell(row, isLive)] : []),
      ...columns.map((name) => cell(name, lines)),
    ],
  )
}

function pictureCell({ members }: ArticleRow, isLive: boolean): Element {
  const picture = members.map(({ featured }) => featured).find((one) => one !== undefined)
  const image =
    picture === undefined
      ? []
      : [
          h('img', {
            // An open page loads a picture again only where its address is another.
            src: `${relativeUrl(INDEX, thumbnailPath(picture.path))}${isLive ? `?${picture.sha256.slice(0, 16)}` : ''}`,
            alt: '',
            width: THUMBNAIL.width,
            height: THUMBNAIL.height,
            loading: 'lazy',
            decoding: 'async',
          }),
        ]
  return h('td', { role: 'cell', dataColumn: 'picture' }, image)
}

/** A cell has a line for each language; what is the same in all of them and belongs to none stands in the first alone. */
function cell(column: Column, lines: readonly ArticleLine[]): Element {
  const [first] = lines
  const isShared =
    (column === 'date' || column === 'publishing') &&
    lines.every((line) => line.texts[column] === first?.texts[column])
  return h(
    'td',
    { role: 'cell', dataColumn: column },
    lines.flatMap(({ cells, data }, index) => {
      if (cells[column].length === 0 || (isShared && index > 0)) return []
      const properties = {
        // Badges that stand beside no problems have the whole line of a narrow screen.
        className: ['pv-line', ...(column === 'status' && cells.problems.length === 0 ? ['pv-alone'] : [])],
        dataLine: String(index),
        style: index > 0 ? `--pv-line: ${index + 1}` : undefined,
        // The script asks the lines of one column about the article.
        ...(column === 'article' ? data : {}),
      }
      return [h('div', properties, cells[column])]
    }),
  )
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
