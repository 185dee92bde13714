/** A name; demo people say so wherever they appear. */
export function PersonName({ name, isDemo }: { name: string; isDemo: boolean }) {
  return (
    <>
      {name}
      {isDemo && <span className="ml-1.5 whitespace-nowrap font-normal text-2xs text-ink-3 tracking-normal">demo</span>}
    </>
  )
}
