/* Sorts the table of articles by the column that is clicked, within the series or, where they are not wanted, over all. */

{
  const form = document.querySelector('.pv-filters')
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })

  const articlesOf = (row) => [...row.querySelectorAll('[data-status]')]

  /** What a row is sorted by: its first translation, the newest, the one with the worst problems. What has none comes last. */
  const KEYS = {
    article: (row) => row.querySelector('a').textContent,
    status: (row) => articlesOf(row)[0].dataset.status,
    date: (row) =>
      articlesOf(row)
        .map(({ dataset }) => dataset.date)
        .sort()
        .at(-1),
    problems: (row) =>
      articlesOf(row)
        .map(({ dataset }) => ({ error: '1', warn: '2' })[dataset.problems] ?? '')
        .sort((a, b) => (a || '3') - (b || '3'))[0],
  }

  /** The column and direction that were clicked last; the order of the page before. */
  let order

  function compare([one, a], [other, b]) {
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1
    const result = collator.compare(one, other)
    if (result === 0) return a.dataset.place - b.dataset.place
    return order.isDescending ? -result : result
  }

  function sortRows(rows) {
    const keyed = rows.map((row) => [order === undefined ? '' : KEYS[order.column](row), row])
    return keyed.sort(compare).map(([, row]) => row)
  }

  function arrange() {
    for (const heading of document.querySelectorAll('.pv-articles th[data-sort]')) {
      const isSorted = heading.dataset.sort === order?.column
      if (isSorted) heading.ariaSort = order.isDescending ? 'descending' : 'ascending'
      else heading.removeAttribute('aria-sort')
    }
    const isGrouped = form.elements.grouped?.checked ?? false
    const table = document.querySelector('.pv-articles')
    table.classList.toggle('pv-flat', !isGrouped)
    const groups = [...table.tBodies]
    const rows = sortRows([...table.querySelectorAll('tr[data-group]')])
    for (const [index, body] of groups.entries()) {
      const own = isGrouped
        ? rows.filter((row) => row.dataset.group === String(index))
        : index === 0
          ? rows
          : []
      const before = [...body.querySelectorAll('tr[data-group]')]
      if (own.some((row, at) => row !== before[at])) body.append(...own)
    }
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
        arrange()
      })
      heading.append(button)
    }
  }

  function update() {
    offerSorting()
    arrange()
  }

  form.addEventListener('input', ({ target }) => {
    if (target.name === 'grouped') arrange()
  })
  document.addEventListener('preview:updated', update)
  update()
}
