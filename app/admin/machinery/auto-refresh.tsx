'use client'
import { Pause, Play } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ping } from '#app/components/ping.ts'
import { Button } from '#app/components/ui/button.tsx'

/** Reads the page anew at an interval while it is in view. Can be stopped: what moves by itself must be stoppable. */
export function AutoRefresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter()
  const [on, setOn] = useState(true)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      // A refresh that finds no server gives the page up.
      ping().then(
        () => router.refresh(),
        () => {},
      )
    }, everySeconds * 1000)
    return () => clearInterval(timer)
  }, [on, everySeconds, router])
  return (
    <Button variant="ghost" aria-pressed={on} onClick={() => setOn(!on)}>
      {on ? <Pause aria-hidden /> : <Play aria-hidden />}
      {on ? `Every ${everySeconds} s` : 'Paused'}
    </Button>
  )
}
