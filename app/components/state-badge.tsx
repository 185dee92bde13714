import { Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot, Clock, LoaderCircle } from 'lucide-react'
import type { ExerciseState } from '#lib/domain/exercise-state.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { Badge, type BadgeTone } from './ui/badge.tsx'

const VERDICT_WORDS: Record<Verdict, string> = {
  scored: 'Scored',
  compile_error: 'Does not compile',
  contract_error: 'Breaks the contract',
  runtime_error: 'Stopped with an error',
  timed_out: 'Ran out of time',
  out_of_memory: 'Ran out of memory',
  invalid_output: 'Unusable output',
  platform_error: 'Grader fault',
}
export const verdictWords = (verdict: Verdict): string => VERDICT_WORDS[verdict]

type Look = { word: string; tone: BadgeTone; Icon: typeof Circle }

function lookOf(state: ExerciseState): Look {
  switch (state.kind) {
    case 'not-started':
      return { word: 'Not started', tone: 'outline', Icon: CircleDashed }
    case 'in-progress':
      return { word: 'In progress', tone: 'neutral', Icon: Circle }
    case 'queued':
      return { word: 'Queued', tone: 'accent', Icon: Clock }
    case 'running':
      return { word: 'Running', tone: 'accent', Icon: LoaderCircle }
    case 'scored':
      return state.passed
        ? { word: 'Passed', tone: 'good', Icon: CircleCheck }
        : { word: 'Scored', tone: 'neutral', Icon: CircleDot }
    case 'error':
      return { word: verdictWords(state.verdict), tone: 'bad', Icon: CircleAlert }
    case 'platform-error':
      return { word: 'Attempt given back', tone: 'warn', Icon: CircleAlert }
    default:
      return state satisfies never
  }
}

export function StateBadge({ state }: { state: ExerciseState }) {
  const { word, tone, Icon } = lookOf(state)
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {word}
    </Badge>
  )
}
