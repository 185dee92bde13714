'use client'
import dynamic from 'next/dynamic'
import type { ComponentType, CSSProperties } from 'react'
import type { FigureName, FigureSpec } from '#lib/contract/figure.ts'
import { InlineMarkdown } from '../inline-markdown.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { heightsOf } from './figure-heights.ts'
import type { SpecOf } from './kit/spec-of.ts'

/** A page loads the figures that it shows and no others; the numbers are computed in the browser, so there they begin. */
const lazily = <Name extends FigureName>(load: () => Promise<ComponentType<{ spec: SpecOf<Name> }>>) =>
  dynamic(load, { ssr: false, loading: () => <Skeleton className="size-full" /> })

const Neuron = lazily<'neuron'>(() => import('./neuron/view.tsx').then((m) => m.NeuronFigure))
const Perceptron = lazily<'perceptron'>(() => import('./perceptron/view.tsx').then((m) => m.PerceptronFigure))
const Activation = lazily<'activation'>(() => import('./activation/view.tsx').then((m) => m.ActivationFigure))
const DecisionBoundary = lazily<'decision-boundary'>(() =>
  import('./decision-boundary/view.tsx').then((m) => m.DecisionBoundaryFigure),
)
const Backpropagation = lazily<'backpropagation'>(() =>
  import('./backpropagation/view.tsx').then((m) => m.BackpropagationFigure),
)
const GradientFlow = lazily<'gradient-flow'>(() => import('./gradient-flow/view.tsx').then((m) => m.GradientFlowFigure))
const OptimizerRace = lazily<'optimizer-race'>(() =>
  import('./optimizer-race/view.tsx').then((m) => m.OptimizerRaceFigure),
)
const Schedule = lazily<'schedule'>(() => import('./schedule/view.tsx').then((m) => m.ScheduleFigure))
const Scaling = lazily<'scaling'>(() => import('./scaling/view.tsx').then((m) => m.ScalingFigure))
const Overfitting = lazily<'overfitting'>(() => import('./overfitting/view.tsx').then((m) => m.OverfittingFigure))
const Threshold = lazily<'threshold'>(() => import('./threshold/view.tsx').then((m) => m.ThresholdFigure))
const Convolution = lazily<'convolution'>(() => import('./convolution/view.tsx').then((m) => m.ConvolutionFigure))
const FeatureMaps = lazily<'feature-maps'>(() => import('./feature-maps/view.tsx').then((m) => m.FeatureMapsFigure))
const Unrolled = lazily<'unrolled'>(() => import('./unrolled/view.tsx').then((m) => m.UnrolledFigure))
const LstmGates = lazily<'lstm-gates'>(() => import('./lstm-gates/view.tsx').then((m) => m.LstmGatesFigure))

function View({ spec }: { spec: FigureSpec }) {
  switch (spec.name) {
    case 'neuron':
      return <Neuron spec={spec} />
    case 'perceptron':
      return <Perceptron spec={spec} />
    case 'activation':
      return <Activation spec={spec} />
    case 'decision-boundary':
      return <DecisionBoundary spec={spec} />
    case 'backpropagation':
      return <Backpropagation spec={spec} />
    case 'gradient-flow':
      return <GradientFlow spec={spec} />
    case 'optimizer-race':
      return <OptimizerRace spec={spec} />
    case 'schedule':
      return <Schedule spec={spec} />
    case 'scaling':
      return <Scaling spec={spec} />
    case 'overfitting':
      return <Overfitting spec={spec} />
    case 'threshold':
      return <Threshold spec={spec} />
    case 'convolution':
      return <Convolution spec={spec} />
    case 'feature-maps':
      return <FeatureMaps spec={spec} />
    case 'unrolled':
      return <Unrolled spec={spec} />
    case 'lstm-gates':
      return <LstmGates spec={spec} />
    default:
      return spec satisfies never
  }
}

/** A live figure of a lesson with its caption. Its height is kept before it is there, so that the text doesn't move. */
export function Figure({ spec }: { spec: FigureSpec }) {
  const { wide, narrow } = heightsOf(spec)
  return (
    <figure
      data-figure={spec.name}
      className="my-6 min-w-0 rounded-md border border-line bg-surface p-4"
      style={{ '--wide': `${wide}px`, '--narrow': `${narrow}px` } as CSSProperties}
    >
      <div className="grid min-h-(--narrow) grid-cols-[minmax(0,1fr)] sm:min-h-(--wide)">
        <View spec={spec} />
      </div>
      <figcaption className="mt-3 border-line border-t pt-3 text-ink-2 text-ui">
        <InlineMarkdown text={spec.caption} />
      </figcaption>
    </figure>
  )
}
