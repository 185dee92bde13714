import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Db } from '../db.ts'
import { type Bars, barsOf } from '../domain/bars.ts'
import { isRevealed } from '../domain/disclosure.ts'
import { lowerIsBetter } from '../domain/metric.ts'
import { rank } from '../domain/rank.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { readBaselines } from './read-baselines.ts'

export type Board = 'public' | 'private'

export interface BoardRow {
  rank: number
  pseudonym: string
  /** Null on an anonymous board. */
  name: string | null
  isMe: boolean
  isDemo: boolean
  score: number
  params: number | null
  submissions: number
  receivedAt: Date
}

export interface Leaderboard {
  assignment: { slug: string; title: string; closesAt: Date; revealed: boolean }
  bars: Bars
  board: Board
  /** The best, in order; at most `BOARD_LENGTH`. */
  rows: BoardRow[]
  /** The asker's own, also where it is not among the best; null when nothing of theirs is scored. */
  mine: BoardRow | null
  /** How many are on the whole board. */
  size: number
}

interface Input {
  courseId: string
  slug: string
  /** The private board exists once hidden scores are revealed; before that, the public one is given. */
  board: Board
  withNames: boolean
  enrolmentId: string | null
  now: Date
}

export const BOARD_LENGTH = 200

const ROW = {
  enrolmentId: true,
  publicScore: true,
  privateScore: true,
  params: true,
  submissions: true,
  bestAt: true,
  enrolment: { select: { pseudonym: true, user: { select: { name: true, email: true, isDemo: true } } } },
} satisfies Prisma.StandingSelect
type Row = Prisma.StandingGetPayload<{ select: typeof ROW }>

/** The board of one assignment. Students only; those who left the course are not on it. Null when there is no such one. */
export async function readLeaderboard(db: Db, input: Input): Promise<Leaderboard | null> {
  const { courseId, slug, enrolmentId, now } = input
  const assignment = await db.assignment.findUnique({
    where: { courseId_slug: { courseId, slug } },
    include: { exerciseVersion: { select: { bundle: true } } },
  })
  if (!assignment) return null
  const frozen = FrozenExercise.parse(assignment.exerciseVersion.bundle)
  const { exercise } = frozen
  const revealed = isRevealed(assignment, now)
  const board = revealed ? input.board : 'public'
  const column = board === 'public' ? 'publicScore' : 'privateScore'
  const onBoard = {
    assignmentId: assignment.id,
    [column]: { not: null },
    bestAt: { not: null },
    enrolment: { role: 'student', deactivatedAt: null },
  } satisfies Prisma.StandingWhereInput

  const [best, own, size, classical] = await Promise.all([
    db.standing.findMany({
      where: onBoard,
      // The order of `rank`, so that the best of all are the best of these.
      orderBy: [
        { [column]: lowerIsBetter(exercise.metric) ? 'asc' : 'desc' },
        { bestAt: 'asc' },
        { enrolmentId: 'asc' },
      ],
      take: BOARD_LENGTH,
      select: ROW,
    }),
    db.standing.findFirst({ where: { ...onBoard, enrolmentId: enrolmentId ?? '' }, select: ROW }),
    db.standing.count({ where: onBoard }),
    // `board` is private only once private scores are revealed.
    readBaselines(db, { frozen, split: board }),
  ])

  const toEntry = (row: Row) => ({ ...row, id: row.enrolmentId, score: row[column], receivedAt: row.bestAt })
  const toRow = ({ enrolment, ...row }: ReturnType<typeof rank<ReturnType<typeof toEntry>>>[number]): BoardRow => ({
    rank: row.rank,
    pseudonym: enrolment.pseudonym,
    name: input.withNames ? (enrolment.user.name ?? enrolment.user.email) : null,
    isMe: row.enrolmentId === enrolmentId,
    isDemo: enrolment.user.isDemo,
    score: row.score,
    params: row.params,
    submissions: row.submissions,
    receivedAt: row.receivedAt,
  })
  const rows = rank(exercise.metric, best.map(toEntry)).map(toRow)

  const among = rows.find(({ isMe }) => isMe)
  const alone = own ? rank(exercise.metric, [toEntry(own)])[0] : undefined
  const mine =
    among ?? (alone ? { ...toRow(alone), rank: 1 + (await countBefore(alone.score, alone.receivedAt)) } : null)

  /** How many stand before that score: better ones, and equal ones that came earlier. */
  function countBefore(score: number, receivedAt: Date): Promise<number> {
    const better = lowerIsBetter(exercise.metric) ? { lt: score } : { gt: score }
    return db.standing.count({
      where: { AND: [onBoard, { OR: [{ [column]: better }, { [column]: score, bestAt: { lt: receivedAt } }] }] },
    })
  }

  return {
    assignment: { slug, title: exercise.title, closesAt: assignment.closesAt, revealed },
    bars: { ...barsOf(exercise), classical },
    board,
    rows,
    mine,
    size,
  }
}
