import type { Dataset } from '#lib/contract/dataset.ts'
import type { DatasetPicture } from '#lib/contract/dataset-picture.ts'
import { Table, Td, Th } from '../ui/table.tsx'
import { formatFigure } from './format-figure.ts'
import { Histogram } from './histogram.tsx'

/** Columns or channels: what they are, and how the training rows lie in them. The figures are the charts' table. */
export function FeatureTable({
  card: { features },
  picture,
}: {
  card: Pick<Dataset, 'features'>
  picture: DatasetPicture | null
}) {
  const drawn = new Map(picture?.features.map((feature) => [feature.name, feature]))
  const hasFigures = drawn.size > 0
  return (
    <Table label="Columns">
      <thead>
        <tr>
          <Th>Column</Th>
          <Th>Unit</Th>
          {hasFigures && <Th className="min-w-36">Training rows</Th>}
          {hasFigures && <Th numeric>Mean</Th>}
          {hasFigures && <Th numeric>Deviation</Th>}
          <Th>What it is</Th>
        </tr>
      </thead>
      <tbody>
        {features.map(({ name, unit, about }) => {
          const feature = drawn.get(name)
          return (
            <tr key={name}>
              <Td>
                <code className="font-mono text-xs">{name}</code>
              </Td>
              <Td className="text-ink-2">{unit ?? '–'}</Td>
              {hasFigures && <Td>{feature && <Histogram name={name} histogram={feature.histogram} unit={unit} />}</Td>}
              {hasFigures && <Td numeric>{feature ? formatFigure(feature.mean) : '–'}</Td>}
              {hasFigures && <Td numeric>{feature ? formatFigure(feature.deviation) : '–'}</Td>}
              <Td className="text-ink-2">{about ?? '–'}</Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
