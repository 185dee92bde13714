import { z } from 'zod'

/**
 * A live figure of a lesson. In the text it is a fenced block whose info string is `figure` and whose body is this, as
 * YAML. Each runs in the page: the numbers it shows are computed there, none are drawn by hand.
 */
const common = {
  /** What to look for, one or two sentences; also what a reader without the figure gets. */
  caption: z.string().min(1).max(400),
}

/** Activation functions that the figures can draw, by their Keras names. */
export const FIGURE_ACTIVATIONS = ['linear', 'step', 'sigmoid', 'tanh', 'relu', 'leakyRelu', 'elu', 'softplus'] as const
export const FIGURE_OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adagrad', 'adam'] as const

export const FigureSpec = z.discriminatedUnion('name', [
  /** One neuron with two inputs: weights and bias to drag, the line it draws, the points it gets wrong. */
  z.strictObject({ name: z.literal('neuron'), ...common, activation: z.enum(FIGURE_ACTIVATIONS).default('sigmoid') }),
  /** The perceptron rule, step by step: the line turns with every row it gets wrong. */
  z.strictObject({ name: z.literal('perceptron'), ...common, separable: z.boolean().default(true) }),
  /** Functions with their slopes, a movable input, and where each saturates. */
  z.strictObject({
    name: z.literal('activation'),
    ...common,
    functions: z.array(z.enum(FIGURE_ACTIVATIONS)).min(1).max(4),
  }),
  /** A decision boundary that is learnt in the page, with more and more hidden units. */
  z.strictObject({
    name: z.literal('decision-boundary'),
    ...common,
    data: z.enum(['circle', 'xor', 'spiral', 'corner']),
    units: z.array(z.number().int().min(1).max(32)).min(2).max(5),
  }),
  /** A small network with numbers on its edges: forward, loss, and the gradients flowing back, one step at a time. */
  z.strictObject({ name: z.literal('backpropagation'), ...common }),
  /** Norms of activations and gradients layer by layer, for a depth, an activation and an initialiser. */
  z.strictObject({ name: z.literal('gradient-flow'), ...common, layers: z.number().int().min(2).max(20).default(8) }),
  /** Optimisers racing down a surface from the same start. */
  z.strictObject({
    name: z.literal('optimizer-race'),
    ...common,
    surface: z.enum(['bowl', 'ravine', 'saddle', 'bumpy']),
    optimizers: z.array(z.enum(FIGURE_OPTIMIZERS)).min(1).max(5),
  }),
  /** Learning-rate schedules: the rate over the epochs, and the loss of a small net that follows each. */
  z.strictObject({ name: z.literal('schedule'), ...common }),
  /** What a scale of the inputs does to the loss surface and to the path of gradient descent. */
  z.strictObject({ name: z.literal('scaling'), ...common }),
  /** Fitting noisy points: width, l2 and dropout, training and validation loss, where to stop. */
  z.strictObject({ name: z.literal('overfitting'), ...common }),
  /** Two classes of unequal size: a threshold to move, confusion matrix, precision, recall, F1, accuracy. */
  z.strictObject({
    name: z.literal('threshold'),
    ...common,
    positives: z.number().min(0.005).max(0.5).default(0.04),
  }),
  /** A kernel stepping over an image: input patch, products, sum, feature map. */
  z.strictObject({
    name: z.literal('convolution'),
    ...common,
    image: z.enum(['layered', 'vein', 'granular', 'digit']),
    kernel: z.enum(['edge-horizontal', 'edge-vertical', 'blur', 'sharpen', 'laplace']),
  }),
  /** Feature maps of the learner's own trained network on a picture of its data, where there is one. */
  z.strictObject({ name: z.literal('feature-maps'), ...common, exercise: z.string() }),
  /** A simple recurrent cell unrolled over a sensor trace: state after each step, and how long a pulse is remembered. */
  z.strictObject({ name: z.literal('unrolled'), ...common }),
  /** An LSTM's gates opening and closing over a sensor trace. */
  z.strictObject({ name: z.literal('lstm-gates'), ...common }),
])
export type FigureSpec = z.infer<typeof FigureSpec>
export type FigureName = FigureSpec['name']
