import { ScrollRegion } from '#app/components/ui/scroll-region.tsx'
import type { Case } from '#lib/contract/exercise.ts'

const show = (value: unknown): string => JSON.stringify(value)

/** The calls that anybody may see, with what they should answer. */
export function VisibleCases({ cases, hidden }: { cases: readonly Case[]; hidden: number }) {
  return (
    <section aria-labelledby="cases-title">
      <h2 id="cases-title" className="mb-2 font-semibold text-base">
        Cases to try
      </h2>
      <p className="mb-2 text-ink-2 text-ui">
        These you may see. {hidden} more of their kind are hidden, and those are what counts.
      </p>
      <ul className="grid gap-2">
        {cases.map(({ fn, args, expect }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cases have no identity but their place
          <li key={i}>
            <ScrollRegion label={`Case ${i + 1}`} className="overflow-x-auto rounded-md bg-sunken px-3 py-2">
              <code className="whitespace-pre font-mono text-xs leading-5">
                {fn}({args.map(show).join(', ')})<br />
                <span className="text-ink-3">→ </span>
                {show(expect)}
              </code>
            </ScrollRegion>
          </li>
        ))}
      </ul>
    </section>
  )
}
