// The program that a worker measures baselines in: one frozen exercise on standard input, its baselines on standard output.
import { json } from 'node:stream/consumers'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { env } from '#lib/env.ts'
import { findOrMeasure } from './find-or-measure.ts'

const frozen = FrozenExercise.parse(await json(process.stdin))
process.stdout.write(JSON.stringify(await findOrMeasure(env().GRADUS_DATA, frozen)))
