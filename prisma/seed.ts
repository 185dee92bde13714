// node --import tsx prisma/seed.ts [scenario | --list]
import { fileURLToPath } from 'node:url'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { connectDb } from '#lib/db.ts'
import { env, requireDatabaseUrl } from '#lib/env.ts'
import { closeQueue } from '#lib/queue.ts'
import { demo } from './scenarios/demo.ts'
import { empty } from './scenarios/empty.ts'
import type { Scenario } from './scenarios/scenario.ts'

const SCENARIOS: Readonly<Record<string, Scenario>> = { demo, empty }

const name = process.argv[2] ?? 'demo'
const scenario = SCENARIOS[name]
if (name === '--list' || !scenario) {
  for (const [known, { about }] of Object.entries(SCENARIOS)) console.log(`${known}: ${about}`)
  process.exit(name === '--list' ? 0 : 2)
}

const { GRADUS_DATA, GRADUS_SECRET } = env()
if (!GRADUS_SECRET) throw new Error('GRADUS_SECRET is not set: hidden rows are dealt from it. `npm start` sets it.')
const db = connectDb(requireDatabaseUrl())
try {
  await scenario.seed({
    db,
    store: openBlobStore(GRADUS_DATA),
    secret: GRADUS_SECRET,
    root: fileURLToPath(new URL('..', import.meta.url)),
    now: new Date(),
    say: (line) => console.log(line),
  })
} finally {
  await closeQueue(db)
  await db.$disconnect()
}
