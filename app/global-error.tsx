'use client'
import './globals.css'
import { useState } from 'react'
import { ping } from './components/ping.ts'
import { Button } from './components/ui/button.tsx'
import { untilAnswered } from './components/until-answered.ts'

/**
 * In the place of the whole page, where not even its frame could be made: most often because the connection broke while
 * the page arrived.
 */
export default function GlobalError() {
  const [waiting, setWaiting] = useState(false)
  const reload = async () => {
    setWaiting(true)
    await untilAnswered(ping)
    location.reload()
  }
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <title>Gradus</title>
        <main className="grid flex-1 place-items-center px-6 py-24">
          <div className="max-w-[46ch] text-center">
            <h1 className="font-semibold text-xl tracking-tight">This page did not arrive whole</h1>
            <p className="mt-2 text-ink-2 text-ui">
              The connection broke, or the server failed. Nothing you handed in is lost, and what you were writing is
              kept: it is there again once the page is loaded.
            </p>
            <Button pending={waiting} onClick={() => void reload()} className="mt-5">
              {waiting ? 'Waiting for the server' : 'Load it again'}
            </Button>
          </div>
        </main>
      </body>
    </html>
  )
}
