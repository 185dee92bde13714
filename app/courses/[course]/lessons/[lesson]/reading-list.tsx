import type { Reading } from '#lib/contract/lesson.ts'

/** What to read elsewhere: which part, and why. */
export function ReadingList({ reading }: { reading: readonly Reading[] }) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading" className="mb-3 scroll-mt-16 font-semibold text-[1.1875rem] leading-6 tracking-[-0.01em]">
        Read on
      </h2>
      <ul className="grid gap-3">
        {reading.map(({ title, by, url, why, part }) => (
          <li key={title}>
            <p>
              {url ? (
                <a
                  href={url}
                  rel="noreferrer"
                  target="_blank"
                  className="rounded text-accent underline underline-offset-2"
                >
                  {title}
                </a>
              ) : (
                <cite>{title}</cite>
              )}
              {by && <span className="text-ink-2"> · {by}</span>}
            </p>
            <p className="text-ink-2 text-ui">
              <span className="font-medium">{part}.</span> {why}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
