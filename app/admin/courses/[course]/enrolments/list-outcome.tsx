'use client'
import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { formatNumberOf } from '#app/components/format.ts'
import { Badge, type BadgeTone } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import type { BadLine } from '#lib/domain/enrolment-list.ts'
import type { ListOutcome as Line } from '#lib/usecases/enrol-people.ts'

export interface ListAnswer {
  people: Line[]
  bad: BadLine[]
}

const LOOKS: Record<Line['outcome'], { word: string; tone: BadgeTone }> = {
  enrolled: { word: 'Enrolled', tone: 'good' },
  reactivated: { word: 'Back in the course', tone: 'good' },
  already: { word: 'Was enrolled already', tone: 'neutral' },
  'no-account': { word: 'Has no account', tone: 'warn' },
  'deactivated-person': { word: 'Account deactivated', tone: 'warn' },
}
const PROBLEMS: Record<BadLine['problem'], string> = {
  'no-address': 'No address in it',
  repeated: 'Came before',
}

/** What became of each line, and the initial passwords: this once. */
export function ListOutcome({ answer: { people, bad }, onDone }: { answer: ListAnswer; onDone: () => void }) {
  const fresh = people.filter(({ initialPassword }) => initialPassword !== null)
  const entered = people.filter(({ outcome }) => outcome === 'enrolled' || outcome === 'reactivated').length
  const copy = async () => {
    const text = fresh.map(({ email, initialPassword }) => `${email}\t${initialPassword}`).join('\n')
    await navigator.clipboard.writeText(text)
    toast.success('Copied')
  }
  return (
    <div className="grid gap-4">
      <p className="text-ui">
        {formatNumberOf(entered, 'person was', 'people were')} enrolled
        {bad.length > 0 && `; ${formatNumberOf(bad.length, 'line')} could not be used`}.
        {fresh.length > 0 && ' The initial passwords are shown this once.'}
      </p>
      <Table label="What became of each line" density="compact">
        <thead>
          <tr>
            <Th numeric>Line</Th>
            <Th>Who</Th>
            <Th>Outcome</Th>
            {fresh.length > 0 && <Th>Initial password</Th>}
          </tr>
        </thead>
        <tbody>
          {people.map(({ line, email, outcome, initialPassword }) => (
            <tr key={line}>
              <Td numeric>{line}</Td>
              <Td>{email}</Td>
              <Td>
                <Badge tone={LOOKS[outcome].tone}>{LOOKS[outcome].word}</Badge>
              </Td>
              {fresh.length > 0 && <Td className="font-mono text-xs">{initialPassword ?? ''}</Td>}
            </tr>
          ))}
          {bad.map(({ line, text, problem }) => (
            <tr key={line}>
              <Td numeric>{line}</Td>
              <Td className="max-w-60 truncate">{text}</Td>
              <Td>
                <Badge tone="bad">{PROBLEMS[problem]}</Badge>
              </Td>
              {fresh.length > 0 && <Td />}
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="flex justify-end gap-2">
        {fresh.length > 0 && (
          <Button onClick={copy}>
            <Copy aria-hidden />
            Copy passwords
          </Button>
        )}
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
