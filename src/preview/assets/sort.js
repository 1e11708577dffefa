/* Sorts the table of articles by the column that is clicked or chosen, within the series or, where they are not wanted, over all. */

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

  /** What the form says, also where a heading was clicked: the column and its direction; none is the order of the page. */
  function wantedOrder() {
    const [column, direction] = form.elements.sort.value.split(' ')
    return column === '' ? undefined : { column, isDescending: direction === 'descending' }
  }

  function compare([one, a], [other, b], isDescending) {
    if ((one === '') !== (other === '')) return one === '' ? 1 : -1
    const result = collator.compare(one, other)
    if (result === 0) return a.dataset.place - b.dataset.place
    return isDescending ? -result : result
  }

  function sortRows(rows, order) {
    const keyed = rows.map((row) => [order === undefined ? '' : KEYS[order.column](row), row])
    return keyed.sort((a, b) => compare(a, b, order?.isDescending)).map(([, row]) => row)
  }

  function arrange() {
    const order = wantedOrder()
    for (const heading of document.querySelectorAll('.pv-articles th[data-sort]')) {
      const isSorted = heading.dataset.sort === order?.column
      if (isSorted) heading.ariaSort = order.isDescending ? 'descending' : 'ascending'
      else heading.removeAttribute('aria-sort')
    }
    const isGrouped = form.elements.grouped?.checked ?? false
    const table = document.querySelector('.pv-articles')
    table.classList.toggle('pv-flat', !isGrouped)
    const groups = [...table.tBodies]
    const rows = sortRows([...table.querySelectorAll('tr[data-group]')], order)
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
        const order = wantedOrder()
        const isDescending = order?.column === column ? !order.isDescending : column === 'date'
        form.elements.sort.value = isDescending ? `${column} descending` : column
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
    if (['grouped', 'sort'].includes(target.name)) arrange()
  })
  document.addEventListener('preview:updated', update)
  update()
}
