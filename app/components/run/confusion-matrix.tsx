import { cn } from '../cn.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'

interface Props {
  classes: readonly string[]
  /** Rows: truth, columns: prediction. */
  counts: readonly (readonly number[])[]
}

/** Each row shaded by the share of its truth: the diagonal is what was found, anything else what it was taken for. */
export function ConfusionMatrix({ classes, counts }: Props) {
  const dense = classes.length > 6
  return (
    <ScrollRegion label="Confusion matrix" className="overflow-x-auto">
      <table className={cn('tnum border-separate border-spacing-px', dense ? 'text-2xs' : 'text-xs')}>
        <caption className="mb-1.5 text-left text-ink-3 text-xs">
          Rows are what it is, columns what your model said.
        </caption>
        <thead>
          <tr>
            <th scope="col" className="pr-2 text-left font-normal text-ink-3">
              <span className="sr-only">Truth</span>
            </th>
            {classes.map((name) => (
              <th key={name} scope="col" className="max-w-20 truncate px-1 pb-1 font-medium text-ink-2" title={name}>
                {name}
              </th>
            ))}
            <th scope="col" className="pb-1 pl-2 text-right font-normal text-ink-3">
              found
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name, truth) => {
            const row = counts[truth] ?? []
            const total = row.reduce((sum, n) => sum + n, 0)
            return (
              <tr key={name}>
                <th scope="row" className="max-w-28 truncate pr-2 text-left font-medium text-ink-2" title={name}>
                  {name}
                </th>
                {row.map((count, predicted) => {
                  const share = total === 0 ? 0 : count / total
                  const hue = truth === predicted ? 'var(--pass)' : 'var(--validation)'
                  return (
                    <td
                      key={classes[predicted]}
                      className={cn(
                        'rounded-sm text-center',
                        dense ? 'h-6 min-w-6 px-0.5' : 'h-8 min-w-12 px-2',
                        count === 0 && 'text-ink-3',
                      )}
                      style={{
                        // Capped, so that the figure keeps its contrast on the fullest cell.
                        background: `color-mix(in oklab, ${hue} ${Math.round(share * 32)}%, var(--hover))`,
                      }}
                    >
                      {count}
                    </td>
                  )
                })}
                <td className="pl-2 text-right text-ink-3">
                  {total === 0 ? '–' : `${Math.round(((row[truth] ?? 0) / total) * 100)} %`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
