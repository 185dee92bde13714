import type { BuiltLayerFacts, Finding } from './facts.ts'

/** Batch normalisation subtracts the mean, and with it any bias added just before: such a bias is trained for nothing. */
export function checkNoIdleBias({ layers }: { layers: BuiltLayerFacts[] }): Finding {
  const idle = layers.filter(
    ({ useBias, activation }, i) =>
      useBias === true &&
      (activation === null || activation === 'linear') &&
      layers[i + 1]?.className === 'BatchNormalization',
  ).length
  if (idle === 0) return { passed: true, measured: 'No layer has a bias that batch normalisation takes off again.' }
  return {
    passed: false,
    measured: `${idle} ${idle === 1 ? 'layer has' : 'layers have'} a bias that the batch normalisation behind ${idle === 1 ? 'it' : 'them'} takes off again.`,
  }
}
