import { z } from 'zod'
import { HARD_SIGMOID, takesScaledSums } from './hard-sigmoid.ts'
import { findRow, type LayerRow, NOT_IN_KERAS, rowsOfKeras } from './layer-table.ts'
import { ModelError } from './model-error.ts'
import { type Config, type LayerJson, type Named, nameOf } from './model-json.ts'
import { isPart, partFromKeras, partToKeras } from './parts.ts'

/** Activations that both compute alike, and the hard sigmoid, whose weights are scaled. */
const ACTIVATIONS: ReadonlySet<string> = new Set([
  ...['linear', 'relu', 'relu6', 'elu', 'selu', 'gelu', 'swish', 'mish', 'sigmoid', HARD_SIGMOID, 'tanh'],
  ...['softmax', 'log_softmax', 'softplus', 'softsign'],
])
/** Keras writes some by another of their names. */
const ALIASES: Readonly<Record<string, string>> = { silu: 'swish' }

/** @throws ModelError that names the layer, for one that the table does not have */
export function rowOf(layer: LayerJson): LayerRow {
  const row = findRow(layer.class_name)
  if (row) return row
  const reason =
    (Object.hasOwn(NOT_IN_KERAS, layer.class_name) && NOT_IN_KERAS[layer.class_name]) ||
    'there is no such layer in Keras'
  throw about(layer, `cannot be taken to Keras: ${reason}`)
}

/** What the layer's configuration is in Keras, but for its name. @throws ModelError */
export function configToKeras(layer: LayerJson): { className: string; config: Config } {
  const row = rowOf(layer)
  const given = naming(layer, () => {
    for (const [key, wanted] of Object.entries(row.only ?? {}))
      if (key in layer.config && !means(layer.config[key], wanted)) throw notInBoth(key, layer.config[key])
    return Object.entries(layer.config).flatMap(([key, value]): [string, unknown][] => {
      if (row.renamed?.[key]) return [[row.renamed[key], value]]
      return row.keys.includes(key) ? [[key, valueToKeras(row, key, value)]] : []
    })
  })
  return { className: row.keras ?? layer.class_name, config: { ...row.only, ...Object.fromEntries(given) } }
}

/** A layer of Keras by its class and configuration, as TensorFlow.js has it. @throws ModelError */
export function configFromKeras(className: string, config: Config): LayerJson {
  const layer = { class_name: className, config }
  return naming(layer, () => {
    const rows = rowsOfKeras(className)
    const [first] = rows
    if (!first) throw new ModelError('is not a layer that TensorFlow.js has as well')
    const [tfjsClass, row] = rows.find(([, candidate]) => misfit(candidate, config) === null) ?? first
    const key = misfit(row, config)
    if (key !== null) throw notInBoth(key, config[key])
    const kerasNames = Object.entries(row.renamed ?? {})
    const own = Object.fromEntries([
      ...row.keys.filter((name) => name in config).map((name) => [name, valueFromKeras(row, name, config[name])]),
      ...kerasNames.flatMap(([tfjsName, name]) => (name in config ? [[tfjsName, config[name]]] : [])),
    ])
    const fixed = Object.fromEntries(Object.entries(row.only ?? {}).filter(([name]) => SHARED_FIXED.has(name)))
    return { class_name: tfjsClass, config: { ...fixed, ...own } }
  })
}

/** Fixed values that TensorFlow.js has a key for as well. */
const SHARED_FIXED: ReadonlySet<string> = new Set(['data_format', 'interpolation', 'reset_after', 'sparse'])
/** Said of every layer and read elsewhere, or of no consequence for what the layer computes. */
const COMMON: ReadonlySet<string> = new Set(['name', 'trainable', 'dtype', 'seed', 'use_cudnn', 'renorm_momentum'])

/** The first key that says what TensorFlow.js cannot do; null where there is none. */
function misfit(row: LayerRow, config: Config): string | null {
  const known = new Set([...row.keys, ...Object.values(row.renamed ?? {}), ...COMMON])
  for (const [key, value] of Object.entries(config)) {
    if (known.has(key)) continue
    const wanted = row.only?.[key]
    // A key that nobody knows here says nothing as long as it is off.
    if (wanted === undefined ? value !== null && value !== false : !means(value, wanted)) return key
  }
  return null
}

const means = (value: unknown, wanted: string | number | boolean | null): boolean =>
  [value].flat(9).every((one) => one === wanted || (one === null && wanted === false))

function valueToKeras(row: LayerRow, key: string, value: unknown): unknown {
  if (isPart(key)) return partToKeras(key, value)
  if (isActivation(key)) return checkedActivation(row, key, value)
  // Where Keras's reshape has -1, TensorFlow.js also takes null.
  if (key === 'target_shape' && Array.isArray(value)) return value.map((size) => size ?? -1)
  return value
}

function valueFromKeras(row: LayerRow, key: string, value: unknown): unknown {
  if (isPart(key)) return partFromKeras(key, value)
  if (isActivation(key)) return checkedActivation(row, key, value)
  return value
}

const isActivation = (key: string): boolean => key === 'activation' || key === 'recurrent_activation'

function checkedActivation(row: LayerRow, key: string, value: unknown): string {
  const name = z.string().nullish().safeParse(value)
  const activation = name.success ? (ALIASES[name.data ?? ''] ?? name.data ?? 'linear') : ''
  if (!ACTIVATIONS.has(activation)) throw notInBoth(key, value)
  if (activation === HARD_SIGMOID && !takesScaledSums(row, key))
    throw new ModelError(
      `has ${key} hard_sigmoid, which is another function in Keras than in TensorFlow.js; use sigmoid, or give it to a dense or convolutional layer`,
    )
  return activation
}

const notInBoth = (key: string, value: unknown): ModelError =>
  new ModelError(`has ${key} ${JSON.stringify(value)?.slice(0, 60)}, which TensorFlow.js and Keras do not share`)

/** Whatever is said inside is said of this layer. */
function naming<T>(layer: Named, convert: () => T): T {
  try {
    return convert()
  } catch (error) {
    throw error instanceof ModelError ? about(layer, error.message) : error
  }
}

/** "Layer "conv1" (Conv2D) has …" */
export const about = (layer: Named, what: string): ModelError =>
  new ModelError(`Layer "${nameOf(layer).slice(0, 60)}" (${layer.class_name.slice(0, 60)}) ${what}.`)
