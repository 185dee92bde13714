'use client'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { LayerMaps } from './layer-maps.tsx'
import { useOwnConvolution } from './use-own-convolution.ts'

export function FeatureMapsFigure({ spec }: { spec: SpecOf<'feature-maps'> }) {
  const { own, course, again } = useOwnConvolution(spec.exercise)
  const exercise = 'title' in own && course && (
    <Link href={`/courses/${course}/exercises/${spec.exercise}` as Route} className="text-accent underline">
      {own.title}
    </Link>
  )
  switch (own.state) {
    case 'loading':
      return <Skeleton className="h-64 w-full" />
    case 'ready':
      return <LayerMaps layer={own.layer} title={own.title} metric={own.metric} score={own.score} />
    case 'no-run':
      return (
        <Missing>
          You have no trained network here yet. Submit a solution to {exercise} that begins with a convolution, and its
          filters appear in this place.
        </Missing>
      )
    case 'not-kept':
      return (
        <Missing>
          The pictures of your best run of {exercise} are not at hand: it is from before they were kept, or from another
          machine. Submit again to see its filters.
        </Missing>
      )
    case 'no-convolution':
      return (
        <Missing>
          Your best network of {exercise} does not begin with a convolution, so it has no feature maps. Begin with{' '}
          <code className="font-mono text-xs">conv2d</code> on the image as it is.
        </Missing>
      )
    case 'no-exercise':
      return <Missing>The exercise that this figure looks into is not open in this course.</Missing>
    case 'failed':
      return (
        <Missing action={<Button onClick={again}>Try again</Button>}>
          Your network could not be fetched just now.
        </Missing>
      )
    default:
      return own satisfies never
  }
}

const Missing = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="grid place-content-center justify-items-center gap-3 rounded-md bg-sunken p-6 text-center">
    <p className="max-w-[46ch] text-ink-2 text-ui">{children}</p>
    {action}
  </div>
)
