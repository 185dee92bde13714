import Link from 'next/link'
import { Button } from './components/ui/button.tsx'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <div className="grid flex-1 place-items-center px-6 py-24">
      <div className="max-w-[44ch] text-center">
        <p className="tnum font-mono text-ink-3 text-ui">404</p>
        <h1 className="mt-2 font-semibold text-xl tracking-tight">There is nothing for you at this address</h1>
        <p className="mt-2 text-ink-2 text-ui">
          It may have moved, or it belongs to a course that you are not in. If you were sent here, ask your instructor
          whether you are enrolled.
        </p>
        <Button asChild className="mt-5">
          <Link href="/">Go to my courses</Link>
        </Button>
      </div>
    </div>
  )
}
