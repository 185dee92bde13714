/** One bar a pass: how many rows it told wrong. Room is kept for all passes there may be. */
export function MistakesByPass({
  mistakes,
  rows,
  passes,
}: {
  mistakes: readonly number[]
  rows: number
  passes: number
}) {
  return (
    <div>
      <p className="mb-1.5 font-medium text-ink-2 text-xs">Mistakes in each pass</p>
      <div
        role="img"
        aria-label={`Mistakes in each pass: ${mistakes.join(', ')}`}
        className="tnum flex h-28 items-end gap-1 border-line border-b text-2xs text-ink-3"
      >
        {Array.from({ length: passes }, (_, pass) => {
          const count = mistakes[pass]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pass is its number
            <div key={pass} className="flex h-full flex-1 flex-col justify-end text-center">
              {count !== undefined && (
                <>
                  <span className="text-ink-2">{count}</span>
                  <div className="bg-bad/70" style={{ height: `${(count / rows) * 160}%` }} />
                </>
              )}
            </div>
          )
        })}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-2xs text-ink-3">
        <span>pass 1</span>
        <span>{passes}</span>
      </div>
    </div>
  )
}
