import type { EpochPoint } from '#lib/contract/telemetry.ts'
import type { MetricName } from '#lib/domain/metric.ts'
import { metricWord } from '../format.ts'
import { Table, Td, Th } from '../ui/table.tsx'

const show = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))))

export function CurveTable({ curve, metric }: { curve: readonly EpochPoint[]; metric: MetricName }) {
  const word = metricWord(metric)
  return (
    <div className="max-h-80 overflow-y-auto">
      <Table label="Curves, epoch by epoch" density="compact">
        <thead>
          <tr>
            <Th numeric>Epoch</Th>
            <Th numeric>Loss</Th>
            <Th numeric>Val. loss</Th>
            <Th numeric>{word}</Th>
            <Th numeric>Val. {word.toLowerCase()}</Th>
            <Th numeric>Rate</Th>
          </tr>
        </thead>
        <tbody>
          {curve.map((point) => (
            <tr key={point.epoch}>
              <Td numeric>{point.epoch}</Td>
              <Td numeric>{show(point.loss)}</Td>
              <Td numeric>{show(point.valLoss)}</Td>
              <Td numeric>{show(point.metric)}</Td>
              <Td numeric>{show(point.valMetric)}</Td>
              <Td numeric>{show(point.learningRate)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
