/** How one weight of a layer relates to the layer's configuration. */
export interface WeightRow {
  name: string
  /** It is there unless this key of the configuration is false. */
  when?: string
  /**
   * Which activation its sums go into: one key for each equal part of the last axis, null for a part that goes into none
   * whose argument may be scaled. See hard-sigmoid.ts.
   */
  feeds?: readonly (string | null)[]
}

/** A layer that TensorFlow.js and Keras both have. */
export interface LayerRow {
  /** Its class in Keras, where that has another name. */
  keras?: string
  /** What its configuration says alike in both. */
  keys: readonly string[]
  /** What it says by two names: TensorFlow.js's, then Keras's. */
  renamed?: Readonly<Record<string, string>>
  /** What only one of the two can vary: the value that both mean, of each element where it is a list. */
  only?: Readonly<Record<string, string | number | boolean | null>>
  /** In the order in which both keep them. */
  weights?: readonly WeightRow[]
  /** Where below the layer Keras keeps its weights. */
  inside?: 'cell'
  /** It takes several inputs. */
  merges?: true
}

const parts = (...weights: string[]): string[] =>
  weights.flatMap((weight) => ['initializer', 'regularizer', 'constraint'].map((part) => `${weight}_${part}`))

const CHANNELS_LAST = { data_format: 'channels_last' } as const
const kernelAndBias = (...feeds: (string | null)[]): WeightRow[] => [
  { name: 'kernel', feeds },
  { name: 'bias', when: 'use_bias', feeds },
]

const convolution = (...own: string[]): string[] => [
  ...['kernel_size', 'strides', 'padding', 'dilation_rate', 'activation', 'use_bias', 'activity_regularizer'],
  ...parts('bias'),
  ...own,
]
const plainConvolution: LayerRow = {
  keys: convolution('filters', ...parts('kernel')),
  only: { ...CHANNELS_LAST, groups: 1 },
  weights: kernelAndBias('activation'),
}

const recurrent = (...own: string[]): string[] => [
  ...['units', 'activation', 'use_bias', 'activity_regularizer', 'dropout', 'recurrent_dropout', 'unroll'],
  ...['return_sequences', 'return_state', 'go_backwards'],
  ...parts('kernel', 'recurrent', 'bias'),
  ...own,
]
const ONE_ROW_AT_A_TIME = { stateful: false, zero_output_for_mask: false } as const
const recurrentWeights = (...feeds: (string | null)[]): WeightRow[] => [
  { name: 'kernel', feeds },
  { name: 'recurrent_kernel', feeds },
  { name: 'bias', when: 'use_bias', feeds },
]
// Of the gates i, f, c, o: what goes into c meets the same activation as the cell's state, which no weight scales.
const LSTM_GATES = ['recurrent_activation', 'recurrent_activation', null, 'recurrent_activation']

const pooling: LayerRow = { keys: ['pool_size', 'strides', 'padding'], only: CHANNELS_LAST }
const globalPooling: LayerRow = { keys: [], only: { ...CHANNELS_LAST, keepdims: false } }
const merging: LayerRow = { keys: [], merges: true }

/**
 * Every layer that can be taken to Keras and back, by its class in TensorFlow.js: how configuration and weights map, in
 * both directions. Models, Bidirectional and TimeDistributed hold other layers; they are in to-keras.ts and from-keras.ts.
 */
const LAYERS: Readonly<Record<string, LayerRow>> = {
  InputLayer: { keys: [], renamed: { batch_input_shape: 'batch_shape' }, only: { sparse: false, ragged: false } },

  Dense: {
    keys: ['units', 'activation', 'use_bias', 'activity_regularizer', ...parts('kernel', 'bias')],
    weights: kernelAndBias('activation'),
  },
  Activation: { keys: ['activation'] },
  Flatten: { keys: [], only: CHANNELS_LAST },
  Reshape: { keys: ['target_shape'] },
  Permute: { keys: ['dims'] },
  RepeatVector: { keys: ['n'] },
  Masking: { keys: ['mask_value'] },
  Embedding: {
    keys: ['input_dim', 'output_dim', 'mask_zero', 'activity_regularizer', ...parts('embeddings')],
    weights: [{ name: 'embeddings' }],
  },

  ReLU: { keys: ['max_value'], only: { negative_slope: 0, threshold: 0 } },
  ThresholdedReLU: {
    keras: 'ReLU',
    keys: [],
    renamed: { theta: 'threshold' },
    only: { negative_slope: 0, max_value: null },
  },
  LeakyReLU: { keys: [], renamed: { alpha: 'negative_slope' } },
  PReLU: { keys: ['shared_axes', ...parts('alpha')], weights: [{ name: 'alpha' }] },
  ELU: { keys: [], only: { alpha: 1 } },
  Softmax: { keys: ['axis'] },

  Dropout: { keys: ['rate', 'noise_shape'] },
  SpatialDropout1D: { keys: ['rate'] },
  GaussianNoise: { keys: ['stddev'] },
  GaussianDropout: { keys: ['rate'] },
  AlphaDropout: { keys: ['rate'] },

  BatchNormalization: {
    keys: [
      ...['axis', 'momentum', 'epsilon', 'center', 'scale', 'moving_mean_initializer', 'moving_variance_initializer'],
      ...parts('beta', 'gamma'),
    ],
    weights: [
      { name: 'gamma', when: 'scale' },
      { name: 'beta', when: 'center' },
      { name: 'moving_mean' },
      { name: 'moving_variance' },
    ],
  },
  LayerNormalization: {
    keys: [
      ...['axis', 'epsilon', 'center', 'scale', 'beta_initializer', 'gamma_initializer'],
      ...['beta_regularizer', 'gamma_regularizer'],
    ],
    weights: [
      { name: 'gamma', when: 'scale' },
      { name: 'beta', when: 'center' },
    ],
  },

  Conv1D: plainConvolution,
  Conv2D: plainConvolution,
  Conv3D: plainConvolution,
  Conv2DTranspose: {
    keys: convolution('filters', ...parts('kernel')).filter((key) => key !== 'dilation_rate'),
    only: { ...CHANNELS_LAST, dilation_rate: 1, output_padding: null },
    weights: kernelAndBias('activation'),
  },
  SeparableConv2D: {
    keys: convolution('filters', 'depth_multiplier', ...parts('depthwise', 'pointwise')),
    only: CHANNELS_LAST,
    weights: [
      { name: 'depthwise_kernel' },
      { name: 'pointwise_kernel', feeds: ['activation'] },
      { name: 'bias', when: 'use_bias', feeds: ['activation'] },
    ],
  },
  DepthwiseConv2D: {
    // TensorFlow.js writes the regulariser where the constraint should be.
    keys: convolution('depth_multiplier', 'depthwise_initializer', 'depthwise_regularizer'),
    only: CHANNELS_LAST,
    weights: kernelAndBias('activation'),
  },
  Cropping2D: { keys: ['cropping'], only: CHANNELS_LAST },
  UpSampling2D: { keys: ['size'], only: { ...CHANNELS_LAST, interpolation: 'nearest' } },
  ZeroPadding2D: { keys: ['padding'], only: CHANNELS_LAST },

  MaxPooling1D: pooling,
  MaxPooling2D: pooling,
  MaxPooling3D: pooling,
  AveragePooling1D: pooling,
  AveragePooling2D: pooling,
  AveragePooling3D: pooling,
  GlobalAveragePooling1D: globalPooling,
  GlobalMaxPooling1D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
  GlobalMaxPooling2D: globalPooling,

  SimpleRNN: { keys: recurrent(), only: ONE_ROW_AT_A_TIME, weights: recurrentWeights('activation'), inside: 'cell' },
  GRU: {
    keys: recurrent('recurrent_activation'),
    only: { ...ONE_ROW_AT_A_TIME, reset_after: false },
    weights: recurrentWeights('recurrent_activation', 'recurrent_activation', 'activation'),
    inside: 'cell',
  },
  LSTM: {
    keys: recurrent('recurrent_activation', 'unit_forget_bias'),
    only: ONE_ROW_AT_A_TIME,
    weights: recurrentWeights(...LSTM_GATES),
    inside: 'cell',
  },
  ConvLSTM2D: {
    keys: recurrent(
      ...['recurrent_activation', 'unit_forget_bias', 'filters', 'kernel_size', 'strides', 'padding', 'dilation_rate'],
    ).filter((key) => key !== 'units' && key !== 'unroll'),
    only: { ...ONE_ROW_AT_A_TIME, ...CHANNELS_LAST },
    weights: recurrentWeights(...LSTM_GATES),
    inside: 'cell',
  },

  Add: merging,
  Multiply: merging,
  Average: merging,
  Maximum: merging,
  Minimum: merging,
  Concatenate: { keys: ['axis'], merges: true },
  Dot: { keys: ['axes', 'normalize'], merges: true },
  Rescaling: { keys: ['scale', 'offset'] },
}

/** By its class in TensorFlow.js. */
export const findRow = (className: string): LayerRow | undefined =>
  Object.hasOwn(LAYERS, className) ? LAYERS[className] : undefined

/** Two layers of TensorFlow.js may be one of Keras. */
export const rowsOfKeras = (className: string): [tfjsClass: string, row: LayerRow][] =>
  Object.entries(LAYERS).filter(([tfjsClass, { keras }]) => (keras ?? tfjsClass) === className)

/** Why a layer that can be trained here is not in the table. */
export const NOT_IN_KERAS: Readonly<Record<string, string>> = {
  CenterCrop: 'Keras cuts other pixels',
  Resizing: 'Keras places the pixels that it interpolates between differently',
  CategoryEncoding: 'Keras encodes by other modes',
  RNN: 'cells are converted as the layers SimpleRNN, GRU and LSTM only',
}
