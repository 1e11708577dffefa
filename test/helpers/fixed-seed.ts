import fc from 'fast-check'

/** What passes in CI passes there again; everywhere else each run tries new cases. */
if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20_261_124 })
