'use client'
import { useMemo, useState } from 'react'
import { Choice } from '../kit/choice.tsx'
import { convolve, gridOf, pixelAt } from '../kit/convolve.ts'
import { Controls, FigureBody } from '../kit/figure-body.tsx'
import { fixed } from '../kit/number.ts'
import { PlayControls } from '../kit/play-controls.tsx'
import type { SpecOf } from '../kit/spec-of.ts'
import { Summary } from '../kit/summary.tsx'
import { useStepper } from '../kit/use-stepper.ts'
import { KERNEL_NAMES, KERNELS, type KernelName } from './kernels.ts'
import { NumberGrid } from './number-grid.tsx'
import { drawPicture, PICTURE_SIZE } from './pictures.ts'
import { PixelPicture } from './pixel-picture.tsx'

/** Places of the kernel along a side: one for each pixel of the map. */
const SIDE = PICTURE_SIZE - 2
const OPTIONS = KERNEL_NAMES.map((value) => ({ value, label: KERNELS[value].label }))
const RELU_OPTIONS = [
  { value: 'off', label: 'off' },
  { value: 'on', label: 'on' },
] as const

export function ConvolutionFigure({ spec }: { spec: SpecOf<'convolution'> }) {
  const [name, setName] = useState<KernelName>(spec.kernel)
  const [relu, setRelu] = useState<'off' | 'on'>('off')
  const [start, setStart] = useState(SIDE * 9 + 8)
  const picture = useMemo(() => drawPicture(spec.image), [spec.image])
  const { kernel } = KERNELS[name]
  const map = useMemo(() => convolve(picture, kernel), [picture, kernel])
  const stepper = useStepper<number>({
    key: `${spec.image} ${start}`,
    initial: () => start,
    step: (at) => (at + 1) % (SIDE * SIDE),
    isDone: () => false,
    stepsPerSecond: 24,
  })
  const at = stepper.state
  const [row, column] = [Math.floor(at / SIDE), at % SIDE]
  const moveTo = (toRow: number, toColumn: number) => {
    const inside = (value: number) => Math.min(SIDE - 1, Math.max(0, value))
    setStart(inside(toRow) * SIDE + inside(toColumn))
  }
  // Blurred or sharpened, a picture is still a picture; what the others give has a sign.
  const isPicture = name === 'blur' || name === 'sharpen'
  const shown = useMemo(() => {
    const reach = isPicture ? 1 : Math.max(1e-9, ...map.values.map(Math.abs))
    return map.values.map((value) => (relu === 'on' ? Math.max(0, value) : value) / reach)
  }, [map, relu, isPicture])
  const patch = gridOf(3, 3, (i, j) => pixelAt(picture, row + i, column + j))
  const weights = gridOf(3, 3, (i, j) => kernel[i]?.[j] ?? 0)
  const products = gridOf(3, 3, (i, j) => pixelAt(weights, i, j) * pixelAt(patch, i, j))
  const sum = pixelAt(map, row, column)
  const what = spec.image === 'digit' ? 'A handwritten digit' : `Rock of ${spec.image} texture`
  return (
    <FigureBody ref={stepper.ref}>
      <div className="grid grid-cols-2 gap-4">
        <PixelPicture
          title="picture, 28 × 28"
          label={what}
          values={picture.values}
          side={PICTURE_SIZE}
          shade="grey"
          box={{ row, column, size: 3 }}
          onPick={(r, c) => moveTo(r - 1, c - 1)}
        />
        <PixelPicture
          title="feature map, 26 × 26"
          label={`The map of ${KERNELS[name].label}`}
          values={shown}
          side={SIDE}
          shade={isPicture ? 'grey' : 'signed-strong'}
          box={{ row, column, size: 1 }}
          onPick={moveTo}
        />
      </div>
      <div className="grid grid-cols-[1fr_auto_1fr_auto_1fr] items-center gap-1.5 @sm:grid-cols-[1fr_auto_1fr_auto_1fr_auto_4rem] @sm:gap-2.5">
        <NumberGrid title="patch" grid={patch} shade="grey" />
        <Sign text="×" />
        <NumberGrid title="kernel" grid={weights} shade="signed" />
        <Sign text="=" />
        <NumberGrid title="products" grid={products} shade="signed" />
        <span className="hidden @sm:block">
          <Sign text="Σ" />
        </span>
        <p className="tnum col-span-5 text-right text-xs @sm:col-span-1 @sm:text-left">
          <span className="mr-2 text-ink-3 @sm:mr-0 @sm:block">{relu === 'on' ? 'sum, ReLU' : 'sum'}</span>
          <span className="font-semibold text-base">{fixed(relu === 'on' ? Math.max(0, sum) : sum)}</span>
        </p>
      </div>
      <Controls>
        <Choice label="Kernel" options={OPTIONS} value={name} onChange={setName} />
        <Choice label="Then ReLU" options={RELU_OPTIONS} value={relu} onChange={setRelu} />
      </Controls>
      <Controls>
        <PlayControls stepper={stepper} />
        <span className="tnum text-ink-3 text-xs leading-7">
          row {row + 1}, column {column + 1} of {SIDE} × {SIDE}
        </span>
      </Controls>
      <Summary
        text={`At row ${row + 1}, column ${column + 1} the nine products add up to ${fixed(sum)}${relu === 'on' && sum < 0 ? ', which ReLU cuts to 0' : ''}. The same nine weights serve all ${SIDE * SIDE} places.`}
      />
    </FigureBody>
  )
}

const Sign = ({ text }: { text: string }) => (
  <span aria-hidden className="pt-5 text-ink-3">
    {text}
  </span>
)
