'use client'
import { Check, Code2, Copy } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { CodeView } from '#app/components/monaco/code-view.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { ConfirmDialog, Dialog } from '#app/components/ui/dialog.tsx'
import { handOver } from '#app/courses/[course]/exercises/[exercise]/editor/hand-over.ts'
import { MATCHING_EXERCISE } from '#lib/playground/matching-exercise.ts'
import { contractCode, moduleOf } from '#lib/playground/show-as-code.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import type { PlaygroundExercise } from '#lib/usecases/find-playground-exercises.ts'
import type { Lab } from '../lab.ts'
import { intoStarter } from './into-starter.ts'

interface Props {
  lab: Lab
  state: PlaygroundState
  exercises: readonly PlaygroundExercise[]
}

/** The network as a solution writes it: to read, to copy, to carry into the exercise on the same points. */
export function ShowCode({ lab, state, exercises }: Props) {
  const [open, setOpen] = useState(false)
  const code = open ? contractCode(state, lab.session.readings.epoch) : null
  const source = code ? moduleOf(code) : ''
  const matching = exercises.filter(({ slug }) => slug === MATCHING_EXERCISE[state.data])
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={(next) => {
        if (next) lab.pause()
        setOpen(next)
      }}
      title="This network in TypeScript"
      description="As a solution of an exercise writes it, for tf.layers. Weights are not part of it: they are learnt anew."
      trigger={
        <Button>
          <Code2 aria-hidden />
          Show as TypeScript
        </Button>
      }
    >
      <div className="grid gap-4">
        <CodeView source={source} label="The network as TypeScript" className="max-h-[46vh]" />
        <div className="flex flex-wrap items-center justify-end gap-2">
          {code &&
            matching.map((exercise) => (
              <OpenInEditor
                key={exercise.assignmentId}
                exercise={exercise}
                source={intoStarter(exercise.starter, exercise.locked, code)}
                severalCourses={matching.length > 1}
              />
            ))}
          <CopyButton text={source} />
        </div>
      </div>
    </Dialog>
  )
}

interface OpenProps {
  exercise: PlaygroundExercise
  source: string
  severalCourses: boolean
}

function OpenInEditor({ exercise, source, severalCourses }: OpenProps) {
  const router = useRouter()
  const { title, courseTitle, courseSlug, slug, locked, assignmentId } = exercise
  const given = locked.filter((slot) => slot === 'prepare' || slot === 'training')
  return (
    <ConfirmDialog
      title={`Put this network into “${title}”?`}
      description={`It replaces what is in the editor there. Undo in the editor brings your draft back until you leave that page; what you submitted stays.${
        given.length > 0 ? ` The exercise keeps its own ${given.join(' and ')}.` : ''
      }`}
      confirm="Open in the editor"
      onConfirm={() => {
        if (handOver(assignmentId, source)) router.push(`/courses/${courseSlug}/exercises/${slug}` as Route)
        else toast.error('This browser keeps nothing for the other page. Copy the code instead.')
      }}
      trigger={
        <Button variant="primary">
          Open in “{title}”{severalCourses && ` (${courseTitle})`}
        </Button>
      }
    />
  )
}

const COPIED_FOR_MS = 2000

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), COPIED_FOR_MS)
    } catch {
      toast.error('The browser did not let us copy. Select the code and copy it yourself.')
    }
  }
  return (
    <Button onClick={copy}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {copied ? 'Copied' : 'Copy'}
    </Button>
  )
}
