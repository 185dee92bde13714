import type { layers } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

/** A network to train with adam on random rows of ten classes; speed does not depend on what they show. */
export interface TrainingCase {
  shape: number[]
  batchSize: number
  rows: number
  /** Rows are tokens below this, for an embedding. */
  tokens?: number
  layers(tf: Tf): layers.Layer[]
}

export const CLASSES = 10

export const TRAINING_CASES: Record<string, TrainingCase> = {
  'MLP 784-256': {
    shape: [784],
    batchSize: 128,
    rows: 8192,
    layers: ({ layers: L }) => [L.dense({ units: 256, activation: 'relu', inputShape: [784] })],
  },
  'MLP 784-256, batch 512': {
    shape: [784],
    batchSize: 512,
    rows: 8192,
    layers: ({ layers: L }) => [L.dense({ units: 256, activation: 'relu', inputShape: [784] })],
  },
  'small MLP 16-32-32': {
    shape: [16],
    batchSize: 32,
    rows: 4096,
    layers: ({ layers: L }) => [
      L.dense({ units: 32, activation: 'relu', inputShape: [16] }),
      L.dropout({ rate: 0.2 }),
      L.dense({ units: 32, activation: 'relu' }),
    ],
  },
  'CNN 28×28': {
    shape: [28, 28, 1],
    batchSize: 128,
    rows: 2048,
    layers: ({ layers: L }) => [
      L.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      L.maxPooling2d({ poolSize: 2 }),
      L.flatten(),
      L.dense({ units: 64, activation: 'relu' }),
    ],
  },
  'CNN 32×32×3': {
    shape: [32, 32, 3],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [
      L.conv2d({ filters: 16, kernelSize: 3, padding: 'same', useBias: false, inputShape: [32, 32, 3] }),
      L.batchNormalization(),
      L.reLU(),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 32, kernelSize: 3, padding: 'same', activation: 'relu' }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 64, kernelSize: 3, padding: 'same', activation: 'relu' }),
      L.globalAveragePooling2d({}),
    ],
  },
  'LSTM(32) of 50 steps': {
    shape: [50, 8],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [L.lstm({ units: 32, recurrentActivation: 'sigmoid', inputShape: [50, 8] })],
  },
  'LSTM(32), hard sigmoid': {
    shape: [50, 8],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [L.lstm({ units: 32, inputShape: [50, 8] })],
  },
  'GRU(32) of 50 steps': {
    shape: [50, 8],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [L.gru({ units: 32, inputShape: [50, 8] })],
  },
  'GRU(32) of 200 steps': {
    shape: [200, 8],
    batchSize: 64,
    rows: 512,
    layers: ({ layers: L }) => [L.gru({ units: 32, inputShape: [200, 8] })],
  },
  'bidirectional LSTM(16)': {
    shape: [50, 8],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [
      L.bidirectional({
        layer: L.lstm({ units: 16, recurrentActivation: 'sigmoid' }) as layers.RNN,
        mergeMode: 'concat',
        inputShape: [50, 8],
      } as never),
    ],
  },
  'conv1d + GRU(24)': {
    shape: [32, 6],
    batchSize: 64,
    rows: 1024,
    layers: ({ layers: L }) => [
      L.conv1d({ filters: 16, kernelSize: 5, strides: 2, activation: 'relu', inputShape: [32, 6] }),
      L.gru({ units: 24 }),
    ],
  },
  'embedding + conv1d': {
    shape: [40],
    batchSize: 64,
    rows: 4096,
    tokens: 500,
    layers: ({ layers: L }) => [
      L.embedding({ inputDim: 500, outputDim: 16, inputLength: 40 }),
      L.conv1d({ filters: 32, kernelSize: 5, activation: 'relu' }),
      L.globalMaxPooling1d({}),
    ],
  },
}
