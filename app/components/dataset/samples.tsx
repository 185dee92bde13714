import type { Dataset } from '#lib/contract/dataset.ts'
import type { DatasetPicture } from '#lib/contract/dataset-picture.ts'
import { SeriesLegend } from './series-legend.tsx'
import { seriesStyle } from './series-style.ts'

type Samples = DatasetPicture['samples']

interface Props {
  card: Pick<Dataset, 'features'>
  samples: Samples
  /** One of each class only. */
  compact?: boolean
}

/** A few training rows as what they are: pictures, traces or texts. Nothing for a table, whose rows are its histograms. */
export function Samples({ card, samples, compact }: Props) {
  switch (samples.kind) {
    case 'none':
      return null
    case 'images':
      return <Images images={firstOfEach(samples.images, compact)} />
    case 'sequences':
      return <Sequences names={channelNames(card)} sequences={firstOfEach(samples.sequences, compact)} />
    case 'tokens':
      return <Texts texts={firstOfEach(samples.texts, compact)} />
    default:
      return samples satisfies never
  }
}

const channelNames = ({ features }: Pick<Dataset, 'features'>) => features.map(({ name }) => name)

function firstOfEach<T extends { label: string }>(samples: readonly T[], compact: boolean | undefined): T[] {
  if (!compact) return [...samples]
  return samples.filter(({ label }, i) => samples.findIndex((other) => other.label === label) === i)
}

function Images({ images }: { images: Extract<Samples, { kind: 'images' }>['images'] }) {
  return (
    <ul className="flex flex-wrap gap-3">
      {images.map(({ label, png }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: samples have no identity but their place
        <li key={i} className="w-16 text-center">
          {/* biome-ignore lint/performance/noImgElement: a few hundred bytes that are part of the page */}
          <img
            src={`data:image/png;base64,${png}`}
            alt=""
            className="size-16 rounded border border-line [image-rendering:pixelated]"
          />
          <span className="mt-0.5 block truncate text-ink-3 text-xs" title={label}>
            {label}
          </span>
        </li>
      ))}
    </ul>
  )
}

const WIDTH = 160
const HEIGHT = 56

function Sequences({
  sequences,
  names,
}: {
  sequences: Extract<Samples, { kind: 'sequences' }>['sequences']
  names: readonly string[]
}) {
  return (
    <div>
      <ul className="grid grid-cols-1 gap-x-5 gap-y-3 min-[420px]:grid-cols-2">
        {sequences.map(({ label, channels }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples have no identity but their place
          <li key={i}>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${channels[0]?.length ?? 0} readings of ${names.join(', ')}: ${label}`}
              className="h-14 w-full overflow-visible border-line border-b"
            >
              {channels.map((values, channel) => (
                <polyline
                  // biome-ignore lint/suspicious/noArrayIndexKey: a channel is its place
                  key={channel}
                  points={points(values)}
                  fill="none"
                  stroke={seriesStyle(channel).stroke}
                  strokeDasharray={seriesStyle(channel).dash}
                  strokeWidth="1.25"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
            <span className="text-ink-3 text-xs">{label}</span>
          </li>
        ))}
      </ul>
      {names.length > 1 && <SeriesLegend names={names} note="each to its own scale" className="mt-2" />}
    </div>
  )
}

function points(values: readonly number[]): string {
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const x = (i: number) => (values.length === 1 ? WIDTH / 2 : (i / (values.length - 1)) * WIDTH)
  return values.map((value, i) => `${x(i).toFixed(1)},${(HEIGHT * (1 - (value - low) / span)).toFixed(1)}`).join(' ')
}

function Texts({ texts }: { texts: Extract<Samples, { kind: 'tokens' }>['texts'] }) {
  return (
    <dl className="grid gap-2">
      {texts.map(({ label, tokens }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: samples have no identity but their place
        <div key={i}>
          <dt className="text-ink-3 text-xs">{label}</dt>
          <dd className="break-words font-mono text-xs">{tokens.join(' ')}</dd>
        </div>
      ))}
    </dl>
  )
}
