import type { BuiltLayerFacts, Finding } from './facts.ts'

const DROPS = new Set(['Dropout', 'SpatialDropout1D', 'GaussianDropout', 'AlphaDropout', 'GaussianNoise'])

/** Something holds the network back from learning its rows by heart. */
export function checkRegularised({ layers }: { layers: BuiltLayerFacts[] }): Finding {
  const penalised = layers.filter(({ regularised }) => regularised).length
  const dropping = layers.filter(({ className }) => DROPS.has(className)).length
  if (penalised + dropping === 0)
    return { passed: false, measured: 'Your model has no dropout layer and no layer with an l1 or l2 penalty.' }
  const found = [
    ...(dropping > 0 ? [`${dropping} with dropout or noise`] : []),
    ...(penalised > 0 ? [`${penalised} with a penalty`] : []),
  ]
  return { passed: true, measured: `Layers: ${found.join(', ')}.` }
}

export function checkStopsEarly({ stopsEarly }: { stopsEarly: boolean }): Finding {
  return {
    passed: stopsEarly,
    measured: stopsEarly ? 'Your training plan stops early.' : 'Your training plan has no `earlyStopping`.',
  }
}
