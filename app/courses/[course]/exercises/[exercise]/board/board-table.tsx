import { scoreScale } from '#app/components/charts/score-scale.ts'
import { cn } from '#app/components/cn.ts'
import { formatCount, formatMoment, formatScore, metricWord } from '#app/components/format.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import type { Bars } from '#lib/domain/bars.ts'
import type { BoardRow, Leaderboard } from '#lib/usecases/read-leaderboard.ts'
import { arrangeBoard, type BarName, type BoardBar } from './arrange-board.ts'

interface Props {
  leaderboard: Leaderboard
  timeZone: string
  now: Date
}

const BAR_LINES: Record<BarName, string> = {
  full: 'h-[3px] border-y border-full',
  pass: 'h-0.5 bg-pass',
  baseline: 'border-t-2 border-dotted border-baseline',
  classical: 'border-t border-dashed border-classical',
}
const BAR_WORDS: Record<Exclude<BarName, 'classical'>, string> = {
  full: 'Full marks',
  pass: 'Pass',
  baseline: 'Baseline',
}

export function BoardTable({ leaderboard: { rows, mine, bars, size }, timeZone, now }: Props) {
  const named = rows.some(({ name }) => name !== null)
  const byHand = bars.metric === 'cases'
  const columns = 5 + (named ? 1 : 0) + (byHand ? 0 : 1)
  const common = { bars, timeZone, now, named, byHand }
  const outside = mine && !rows.some(({ isMe }) => isMe)
  return (
    <Table label="Leaderboard">
      <thead>
        <tr>
          <Th numeric className="w-12">
            Rank
          </Th>
          <Th>Pseudonym</Th>
          {named && <Th>Name</Th>}
          <Th className="min-w-40">{metricWord(bars.metric)}</Th>
          {!byHand && <Th numeric>Parameters</Th>}
          <Th numeric>Submissions</Th>
          <Th numeric>Best since</Th>
        </tr>
      </thead>
      <tbody>
        {outside && <Row row={mine} {...common} />}
        {arrangeBoard(rows, bars).map((line) =>
          line.kind === 'row' ? (
            <Row key={line.row.pseudonym} row={line.row} {...common} />
          ) : (
            <tr key={line.model?.name ?? line.name}>
              <td colSpan={columns} className="px-3 py-1">
                <div className="tnum flex items-center gap-3 text-ink-3 text-xs">
                  <span className="min-w-24 shrink-0">
                    {barWords(line)} <span className="text-ink-2">{formatScore(bars.metric, line.value)}</span>
                  </span>
                  <span aria-hidden className={cn('flex-1', BAR_LINES[line.name])} />
                  {line.model?.how && <span className="hidden sm:inline">{line.model.how}</span>}
                </div>
              </td>
            </tr>
          ),
        )}
        {bars.classical === null && (
          <tr>
            <td colSpan={columns} className="px-3 py-3 text-ink-3 text-xs">
              Classical models are being trained on the same rows; their scores appear here.
            </td>
          </tr>
        )}
        {size > rows.length && (
          <tr>
            <td colSpan={columns} className="tnum px-3 py-3 text-ink-3 text-xs">
              The best {formatCount(rows.length)} of {formatCount(size)}.
            </td>
          </tr>
        )}
      </tbody>
    </Table>
  )
}

function barWords({ name, model }: BoardBar): string {
  if (name !== 'classical') return BAR_WORDS[name]
  return `Classical: ${model?.name ?? ''}`
}

interface RowProps {
  row: BoardRow
  bars: Bars
  timeZone: string
  now: Date
  named: boolean
  byHand: boolean
}

function Row({ row, bars, timeZone, now, named, byHand }: RowProps) {
  const scale = scoreScale(bars)
  return (
    <tr aria-current={row.isMe ? 'true' : undefined} className={cn(row.isMe && 'bg-accent-soft')}>
      <Td numeric className="font-medium text-ink-2">
        {row.rank}
      </Td>
      <Td className="whitespace-nowrap">
        <span className={cn(row.isMe && 'font-semibold')}>{row.pseudonym}</span>
        {row.isMe && (
          <Badge tone="accent" className="ml-2">
            you
          </Badge>
        )}
      </Td>
      {named && (
        <Td className="whitespace-nowrap text-ink-2">
          {row.name}
          {row.isDemo && (
            <Badge tone="outline" className="ml-2">
              demo
            </Badge>
          )}
        </Td>
      )}
      <Td>
        <div className="tnum flex items-center gap-3">
          <span className="w-14 shrink-0 font-medium">{formatScore(bars.metric, row.score)}</span>
          <span aria-hidden className="relative hidden h-1 min-w-24 flex-1 rounded-full bg-hover sm:block">
            <span
              className={cn(
                'absolute inset-y-0 left-0 rounded-full',
                scale.at(row.score) >= scale.pass ? 'bg-pass' : 'bg-ink-3',
              )}
              style={{ width: `${scale.at(row.score) * 100}%` }}
            />
            <span className="absolute -inset-y-1 w-px bg-pass" style={{ left: `${scale.pass * 100}%` }} />
            <span
              className="absolute -inset-y-1 -ml-1 w-1 border-full border-x"
              style={{ left: `${scale.full * 100}%` }}
            />
          </span>
        </div>
      </Td>
      {!byHand && <Td numeric>{row.params === null ? '–' : formatCount(row.params)}</Td>}
      <Td numeric>{row.submissions}</Td>
      <Td numeric className="text-ink-2">
        {formatMoment(row.receivedAt, now, timeZone)}
      </Td>
    </tr>
  )
}
