/** Gradus is Latin for a step: three of them, and the descent that follows them. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} fill="none" aria-hidden="true">
      <path d="M2 3.5h5v5h5v5h6" stroke="currentColor" strokeWidth="1.75" strokeLinejoin="round" opacity=".35" />
      <path d="M2 6.5c3.2.3 3.6 9.5 16 10" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
