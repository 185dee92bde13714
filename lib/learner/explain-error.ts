/** What learners get wrong most, by the text of the error it leads to, and the next step to take. */
const KNOWN: readonly [RegExp, string][] = [
  [
    /Tensor is disposed|LayersVariable .* is already disposed/i,
    'A tensor was used after tf.tidy() or dispose() had freed it. Return what you still need from tf.tidy(), or keep it with tf.keep().',
  ],
  [
    /Cannot find module '([^']*)'/,
    "Only '@tensorflow/tfjs' and 'gradus' may be imported. Write what you need in this file.",
  ],
  [/dynamic import callback/i, "Only '@tensorflow/tfjs' and 'gradus' may be imported, at the top of the file."],
  [
    /first layer .* inputShape|must be called before .*build|The first layer in a Sequential model must get an `inputShape`|Input shape.*not.*provided/i,
    'Give the first layer `inputShape: ctx.inputShape`.',
  ],
  [
    /Cannot read propert(y|ies) of undefined|undefined is not|is not iterable/i,
    'Something is undefined here: a misspelt name, a function that forgot to return, or an index past the end of an array.',
  ],
  [
    /reset_after/,
    'TensorFlow.js has no GRU that resets after the product. Leave resetAfter out: such a GRU learns as well.',
  ],
  [
    /multiHeadAttention is not a function/,
    'TensorFlow.js has no attention layer. Make one of tf.layers: dense for queries, keys and values, dot, softmax, dot.',
  ],
  [/Unknown regularizer: l[12]\b/, 'Give the regulariser as a value: tf.regularizers.l2({ l2: 0.01 }), or l1.'],
  [
    /Unknown metric|restoreBestWeights/,
    'The grader compiles, fits and scores. Return the model uncompiled; early stopping belongs to `training`, as earlyStopping: { patience: 5, restoreBest: true }.',
  ],
  [
    /(\w+) is not a function/,
    'Check the spelling against the tfjs API: a tensor has methods such as .sub(), .div(), .mean(); layers are made by tf.layers.*.',
  ],
  [/is not defined/, 'A name is used that nobody declared: check its spelling, or declare it with const.'],
  [
    /Operands could not be broadcast|shapes? .*(incompatible|must match)|Incompatible shapes|inner shapes|Size\(\d+\) must match/i,
    'Two tensors do not fit together. Log their .shape, and check the axis you reduce over: statistics of a column need .mean(0).',
  ],
  [
    /incompatible with layer|expected ndim|expects? min_ndim|is incompatible/i,
    'A layer got rows of another shape than it takes. Log ctx.inputShape, and put a flatten, reshape or embedding layer between.',
  ],
  [
    /got 'Promise'|Promise inside of tidy|\[object Promise\]/,
    'Something here is a promise, not a value: put await in front of the call, and do it outside of tf.tidy().',
  ],
  [/must be a Tensor or TensorLike/, 'A tensor was expected here: tf.tensor(values) makes one of an array.'],
  [
    /rank of the input tensor|must match the product of shape|GatherV2/,
    'Rows have another shape, or other values, than the layer takes: log ctx.inputShape, and for tokens ctx.vocabSize.',
  ],
  [
    /required key '|Expected \w+ to be a positive integer|Unknown (activation|initializer|layer|regularizer)/,
    'The configuration of a layer lacks something or has a misspelt value: compare it with the tfjs API.',
  ],
  [
    /Maximum call stack size exceeded/,
    'A function calls itself without an end. Check the condition that stops the recursion.',
  ],
  [
    /Array buffer allocation failed|Invalid (typed )?array length/i,
    'This asks for more memory than there is. Use smaller arrays.',
  ],
  [
    /Class constructor .* cannot be invoked without 'new'/,
    'Use the factory function, such as tf.layers.dense({...}), or put new in front.',
  ],
]

/** The next step to take for an error message, where it is a well-known one. */
export function hintFor(message: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(message))?.[1]
}

/** Where in the learner's JavaScript, evaluated under the name `file`, a stack points first; 1-based. */
export function positionIn(stack: string, file = 'solution.js'): { line: number; column: number } | undefined {
  const found = new RegExp(`${file.replaceAll('.', '\\.')}:(\\d+)(?::(\\d+))?`).exec(stack)
  return found ? { line: Number(found[1]), column: Number(found[2] ?? 1) } : undefined
}

export interface Explained {
  message: string
  hint?: string
  at?: { line: number; column: number }
}

/** What to say about anything that was thrown. Reads it with care: a thrown value may have hostile getters. */
export function explainError(thrown: unknown, file?: string): Explained {
  let message = 'something that is no error was thrown'
  let stack = ''
  try {
    if (thrown instanceof Error) {
      message = `${thrown.name}: ${thrown.message}`
      stack = `${thrown.stack}`
    } else if (typeof thrown === 'string') message = thrown
  } catch {
    message = 'an error that cannot be read was thrown'
  }
  const hint = hintFor(message)
  const at = positionIn(stack, file)
  return { message: message.slice(0, 2_000), ...(hint ? { hint } : {}), ...(at ? { at } : {}) }
}
