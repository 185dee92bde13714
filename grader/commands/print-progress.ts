import type { RunEvent } from '#lib/contract/telemetry.ts'

/** Tells a run on standard error as it goes on: standard output is the report's alone. */
export function progressPrinter(): (event: RunEvent) => void {
  let epochs = 0
  return (event) => {
    switch (event.kind) {
      case 'phase':
        console.error(`→ ${event.phase}`)
        return
      case 'console':
        console.error(`  your code: ${event.line}`)
        return
      case 'notice':
        console.error(`  note: ${event.message}`)
        return
      case 'model':
        epochs = event.epochs
        console.error(`  ${event.params} parameters, ${event.epochs} epochs of ${event.stepsPerEpoch} steps`)
        return
      case 'epoch': {
        const { epoch, loss, metric, valLoss, valMetric, seconds } = event.point
        const parts = [`loss ${show(loss)}`, `metric ${show(metric)}`]
        if (valLoss !== null) parts.push(`validation loss ${show(valLoss)}`, `metric ${show(valMetric)}`)
        console.error(`  epoch ${epoch} of ${epochs}: ${parts.join(', ')} (${seconds.toFixed(1)} s)`)
        return
      }
      case 'step':
        return
      default:
        event satisfies never
    }
  }
}

const show = (value: number | null) => (value === null ? '–' : value.toFixed(4))
