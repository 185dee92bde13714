'use client'
import { Button } from './components/ui/button.tsx'

/** `digest` finds the error in the server's log; its message never reaches the browser. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="grid flex-1 place-items-center px-6 py-24">
      <div className="max-w-[46ch] text-center">
        <h1 className="font-semibold text-xl tracking-tight">This page failed on our side</h1>
        <p className="mt-2 text-ink-2 text-ui">
          Nothing you handed in is lost, and what you were writing is kept. Try again; if it fails again, tell your
          instructor{error.digest ? ' this number' : ''}.
        </p>
        {error.digest && <p className="tnum mt-2 font-mono text-ink-3 text-xs">{error.digest}</p>}
        <Button onClick={reset} className="mt-5">
          Try again
        </Button>
      </div>
    </div>
  )
}
