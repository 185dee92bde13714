import type { Metadata } from 'next'
import { requirePermission } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { MATCHING_EXERCISE } from '#lib/playground/matching-exercise.ts'
import { decodeState } from '#lib/playground/url-state.ts'
import { findPlaygroundExercises } from '#lib/usecases/find-playground-exercises.ts'
import { Playground } from './playground.tsx'

export const metadata: Metadata = { title: 'Playground' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PlaygroundPage({ searchParams }: Props) {
  const viewer = await requirePermission('playground:use')
  const exercises = await findPlaygroundExercises(db, {
    userId: viewer.userId,
    slugs: Object.values(MATCHING_EXERCISE),
    now: new Date(),
  })
  return <Playground initial={decodeState(await searchParams)} exercises={exercises} />
}
