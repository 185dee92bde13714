/** One layer as the structural checks see it. */
export interface LayerDescription {
  name: string
  /** As in the topology: `Dense`, `Conv2D`, `Bidirectional`. */
  className: string
  /** A wrapper's inner layer: `GRU` in `Bidirectional`. */
  wraps: string | null
  /** Width, where the layer (or what it wraps) has one: units of a dense or recurrent layer, filters of a convolution. */
  units: number | null
  filters: number | null
  activation: string | null
  /** Null where the layer can have none. */
  useBias: boolean | null
  /** A penalty on its weights or answers that weighs something. */
  regularised: boolean
}

interface SavedLayer {
  class_name: string
  config: Record<string, unknown>
}

export function describeLayer(layer: SavedLayer): LayerDescription {
  const inner = innerOf(layer)
  const config = (inner ?? layer).config
  const filters = numberOr(config.filters)
  return {
    name: typeof layer.config.name === 'string' ? layer.config.name : layer.class_name,
    className: layer.class_name,
    wraps: inner?.class_name ?? null,
    units: numberOr(config.units) ?? filters ?? numberOr(config.output_dim),
    filters,
    activation: typeof config.activation === 'string' ? config.activation : null,
    useBias: typeof config.use_bias === 'boolean' ? config.use_bias : null,
    regularised: Object.entries(config).some(([key, value]) => key.endsWith('_regularizer') && weighsSomething(value)),
  }
}

/** `{ class_name: 'L1L2', config: { l1, l2 } }`, one of them above 0. */
function weighsSomething(regularizer: unknown): boolean {
  if (typeof regularizer !== 'object' || regularizer === null || !('config' in regularizer)) return false
  return Object.values(regularizer.config ?? {}).some((value) => typeof value === 'number' && value > 0)
}

function innerOf({ config }: SavedLayer): SavedLayer | null {
  const inner = config.layer
  if (typeof inner !== 'object' || inner === null) return null
  const { class_name: className, config: innerConfig } = inner as Partial<SavedLayer>
  return typeof className === 'string' && typeof innerConfig === 'object'
    ? { class_name: className, config: innerConfig }
    : null
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)
