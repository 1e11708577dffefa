/* Narrows the table of articles to what the form asks for, and sorts it by the column that is clicked. */

const form = document.querySelector('.pv-filters')

/** Full-width and half-width letters, capitals and small ones count as the same. */
function normalize(text) {
  return text.normalize('NFKC').toLowerCase()
}

function matches(row, wanted) {
  const { status, language, series, problems, words } = row.dataset
  const text = normalize(`${row.textContent} ${words}`)
  return (
    normalize(wanted.get('text'))
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    ['', status].includes(wanted.get('status')) &&
    ['', language].includes(wanted.get('language')) &&
    ['', ...series.split(' ')].includes(wanted.get('series')) &&
    (problems !== undefined || !wanted.has('problems'))
  )
}

function filter() {
  const rows = [...document.querySelectorAll('.pv-articles tbody tr')]
  const wanted = new FormData(form)
  for (const row of rows) row.hidden = !matches(row, wanted)
  const shown = rows.filter((row) => !row.hidden).length
  const output = form.querySelector('output')
  const text = output.dataset.text.replace('{1}', shown).replace('{2}', rows.length)
  output.value = shown === rows.length ? '' : text
}

/** What a row is sorted by; what has none comes last. */
const KEYS = {
  article: (row) => row.querySelector('a').textContent,
  status: (row) => row.dataset.status,
  date: (row) => row.dataset.date,
  problems: (row) => ({ error: '1', warning: '2' })[row.dataset.problems] ?? '',
}

/** The column and direction that were clicked last; the files' own order before. */
let order

function compare(a, b) {
  const [one, other] = [a, b].map((row) => KEYS[order.column](row))
  if ((one === '') !== (other === '')) return one === '' ? 1 : -1
  const result = one.localeCompare(other, document.documentElement.lang, { numeric: true })
  return order.isDescending ? -result : result
}

function sort() {
  for (const heading of document.querySelectorAll('.pv-articles th[data-sort]')) {
    const isSorted = heading.dataset.sort === order?.column
    if (isSorted) heading.ariaSort = order.isDescending ? 'descending' : 'ascending'
    else heading.removeAttribute('aria-sort')
  }
  if (order === undefined) return
  const body = document.querySelector('.pv-articles tbody')
  body.append(...[...body.rows].sort(compare))
}

/** Without this script nobody is offered what does not work. */
function offerSorting() {
  for (const heading of document.querySelectorAll('.pv-articles th[data-sort]')) {
    if (heading.querySelector('button') !== null) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...heading.childNodes)
    button.addEventListener('click', () => {
      const { sort: column } = heading.dataset
      // The newest articles and the worst problems are looked for first.
      const isFirst = order?.column !== column
      order = { column, isDescending: isFirst ? column === 'date' : !order.isDescending }
      sort()
    })
    heading.append(button)
  }
}

function update() {
  offerSorting()
  sort()
  filter()
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
document.addEventListener('preview:updated', update)
update()
