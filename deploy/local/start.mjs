// @ts-check
import { runMain } from './kit/setup-error.mjs'
import { serve } from './serve.mjs'

await runMain(() => serve({ development: false }))
process.exit()
