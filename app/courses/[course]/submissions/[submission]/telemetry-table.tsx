import { Sparkline } from '#app/components/charts/sparkline.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import type { EpochPoint } from '#lib/contract/telemetry.ts'

const share = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : `${Math.round(value * 100)} %`
const norm = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value.toExponential(1).replace('e', ' e')

/** What the trainer saw of each layer: gradients from first to last epoch, dead and saturated units at the end. */
export function TelemetryTable({ curve }: { curve: readonly EpochPoint[] }) {
  const first = curve[0]
  const last = curve.at(-1)
  if (!first || !last) return null
  return (
    <div className="grid gap-2">
      <p className="text-ink-2 text-ui">
        Gradient norm of each layer over {curve.length} epochs, and the share of units that were dead or saturated on
        the probe rows in the last one.
      </p>
      <Table label="Telemetry of each layer" density="compact">
        <thead>
          <tr>
            <Th className="sticky left-0 bg-bg">Layer</Th>
            <Th numeric>Gradient, first</Th>
            <Th numeric>last</Th>
            <Th>over epochs</Th>
            <Th numeric>Dead</Th>
            <Th numeric>Saturated</Th>
          </tr>
        </thead>
        <tbody>
          {last.layers.map((layer, index) => (
            <tr key={layer.name}>
              <Td className="sticky left-0 max-w-40 truncate bg-bg font-mono text-xs">{layer.name}</Td>
              <Td numeric>{norm(first.layers[index]?.gradientNorm)}</Td>
              <Td numeric>{norm(layer.gradientNorm)}</Td>
              <Td className="w-24 min-w-20">
                <Sparkline
                  values={curve.map(({ layers }) => layers[index]?.gradientNorm ?? null)}
                  label={`Gradient norm of ${layer.name}, epoch by epoch`}
                  className="h-5"
                />
              </Td>
              <Td numeric>{share(layer.deadShare)}</Td>
              <Td numeric>{share(layer.saturatedShare)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
