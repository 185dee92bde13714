import type { Route } from 'next'
import Link from 'next/link'
import { Histogram } from '#app/components/dataset/histogram.tsx'
import { Samples } from '#app/components/dataset/samples.tsx'
import { SeriesLegend } from '#app/components/dataset/series-legend.tsx'
import { formatCount } from '#app/components/format.ts'
import { Badge } from '#app/components/ui/badge.tsx'
import type { Dataset } from '#lib/contract/dataset.ts'
import type { DatasetPicture } from '#lib/contract/dataset-picture.ts'

interface Props {
  dataset: Dataset
  picture: DatasetPicture | null
  trainRows: number | null
  /** The dataset's own page. */
  href: Route
}

/** A card is no page: the first columns say what kind of data it is. */
const HISTOGRAMS_ON_CARD = 6

/** What the numbers are, how many there are of each split, and where they come from. */
export function DataCard({ dataset, picture, trainRows, href }: Props) {
  const { title, synthetic, story, origin, licence, shape, classes, features, split } = dataset
  const figures: [string, string][] = [
    ['One row', shape.join(' × ')],
    ['Train', formatCount(trainRows ?? split.train)],
    ['Public', `${formatCount(split.public)}, hidden`],
    ['Private', `${formatCount(split.private)}, hidden`],
  ]
  return (
    <section aria-label="Data" className="rounded-lg border border-line bg-sunken/60 p-4">
      <h3 className="flex flex-wrap items-center gap-2 font-medium text-ui">
        {title}
        {synthetic && <Badge tone="outline">synthetic</Badge>}
      </h3>
      <dl className="tnum mt-2.5 grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4 lg:grid-cols-2 xl:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-3 text-xs">{name}</dt>
            <dd className="text-ui">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-[68ch] text-ink-2 text-ui">{story}</p>
      {picture && <Look dataset={dataset} picture={picture} />}
      {features.length > 0 && (
        <details className="mt-2 text-ui">
          <summary className="w-fit rounded text-ink-2 hover:text-ink">
            {features.length === 1 ? '1 column' : `${features.length} columns`}
            {classes && `, ${classes.length} classes`}
          </summary>
          <ul className="mt-2 grid gap-1">
            {features.map(({ name, unit, about }) => (
              <li key={name} className="text-ink-2">
                <code className="font-mono text-ink text-xs">{name}</code>
                {unit && <span className="text-ink-3 text-xs"> {unit}</span>}
                {about && <span> · {about}</span>}
              </li>
            ))}
          </ul>
          {classes && <p className="mt-2 text-ink-2">Classes: {classes.join(', ')}</p>}
        </details>
      )}
      <p className="mt-3 text-ink-3 text-xs">
        {origin} Licence: {licence}.
      </p>
      <p className="mt-2 text-ui">
        <Link href={href} className="rounded text-accent hover:underline">
          More about this dataset
        </Link>
      </p>
    </section>
  )
}

/** One row of each class where rows can be looked at, else how the columns lie. */
function Look({ dataset, picture }: { dataset: Dataset; picture: DatasetPicture }) {
  if (picture.samples.kind !== 'none')
    return (
      <div className="mt-3">
        <Samples card={dataset} samples={picture.samples} compact />
      </div>
    )
  const byClass = (picture.features[0]?.histogram.counts.length ?? 1) > 1
  return (
    <div className="mt-3">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-2 xl:grid-cols-3">
        {picture.features.slice(0, HISTOGRAMS_ON_CARD).map(({ name, histogram }, i) => (
          <li key={name} className="min-w-0">
            <p className="mb-1 truncate font-mono text-ink-2 text-xs" title={name}>
              {name}
            </p>
            <Histogram name={name} histogram={histogram} unit={dataset.features[i]?.unit} />
          </li>
        ))}
      </ul>
      {byClass && dataset.classes && <SeriesLegend names={dataset.classes} className="mt-2" />}
    </div>
  )
}
