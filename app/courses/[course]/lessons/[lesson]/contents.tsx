interface Props {
  headings: readonly { id: string; text: string }[]
}

/** What the lesson is made of: beside the text where there is room, else folded above it. */
export function Contents({ headings }: Props) {
  if (headings.length < 2) return null
  const list = (
    <ol className="grid gap-1.5">
      {headings.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`} className="block rounded text-ink-2 text-ui hover:text-ink hover:underline">
            {text}
          </a>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <nav
        aria-label="On this page"
        className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] self-start overflow-y-auto border-line border-l pl-4 lg:col-start-2 lg:row-start-1 lg:block"
      >
        <p className="mb-2 font-medium text-ink-3 text-xs">On this page</p>
        {list}
      </nav>
      <details className="rounded-md border border-line px-3 py-2 lg:hidden">
        <summary className="font-medium text-ui">On this page</summary>
        <nav aria-label="On this page" className="pt-2 pb-1">
          {list}
        </nav>
      </details>
    </>
  )
}
