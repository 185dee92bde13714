import { z } from 'zod'
import { Slug } from './exercise.ts'
import type { FigureSpec } from './figure.ts'

/** Something to read elsewhere. Also where a lesson's facts come from. */
export const Reading = z.strictObject({
  title: z.string().min(1).max(160),
  by: z.string().min(1).max(120).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  /** Why it is worth the time. */
  why: z.string().min(1).max(300),
  /** Which part of it: chapters, pages, an hour of it. */
  part: z.string().min(1).max(160),
})
export type Reading = z.infer<typeof Reading>

/** `lessons/<slug>/lesson.yaml`. The folder's name is the lesson's slug. */
export const LessonCard = z.strictObject({
  title: z.string().min(1).max(80),
  module: z.number().int().min(0).max(6),
  /** Place within its module. */
  order: z.number().int().positive(),
  /** One sentence: what the reader can do afterwards. */
  objective: z.string().min(1).max(200),
  minutes: z.number().int().positive(),
  /** The exercises it prepares for, by slug. */
  exercises: z.array(Slug),
  reading: z.array(Reading),
})
export type LessonCard = z.infer<typeof LessonCard>

/** What a list of lessons needs of each. */
export interface LessonSummary extends LessonCard {
  slug: string
}

/** A piece of the text between two fences that mean something. `line` is where it begins in README.md, from 1. */
export type LessonBlock =
  | { kind: 'text'; line: number; text: string }
  | { kind: 'figure'; line: number; spec: FigureSpec }
  | { kind: 'cell'; line: number; source: string }

export interface Lesson extends LessonSummary {
  blocks: LessonBlock[]
}
