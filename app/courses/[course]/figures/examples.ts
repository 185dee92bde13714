import type { FigureSpec } from '#lib/contract/figure.ts'

/** One example of each figure, as a lesson would show it. */
export const EXAMPLES: readonly FigureSpec[] = [
  {
    name: 'neuron',
    activation: 'sigmoid',
    caption: 'Drag the arrow: the line turns with the weights, and the bias moves it.',
  },
  {
    name: 'perceptron',
    separable: true,
    caption: 'Only a row on the wrong side moves the line. Watch the mistakes of each pass.',
  },
  {
    name: 'activation',
    functions: ['sigmoid', 'tanh', 'relu', 'leakyRelu'],
    caption: 'Move the input into a flat stretch, and see what is left of the slope after eight layers.',
  },
  {
    name: 'decision-boundary',
    data: 'circle',
    units: [1, 2, 3, 8],
    caption: 'Each hidden unit adds one line to bend the boundary with. Two cannot close a ring; three can.',
  },
  {
    name: 'backpropagation',
    caption: 'Values flow forward in blue, slopes back in orange. Step until the weights move.',
  },
  { name: 'gradient-flow', layers: 10, caption: 'What reaches the first layer? Try `relu` with He, then with Glorot.' },
  {
    name: 'optimizer-race',
    surface: 'ravine',
    optimizers: ['sgd', 'momentum', 'rmsprop', 'adam'],
    caption: 'The ravine is fifty times as steep across as along. Raise the rates until plain descent is thrown out.',
  },
  { name: 'schedule', caption: 'A rate that stays high keeps the loss restless; one that falls lets it settle.' },
  { name: 'scaling', caption: 'The same regression twice: only the unit of the second input differs.' },
  { name: 'overfitting', caption: 'Play, and find the epoch to stop at. Then try fewer units, l2 or dropout.' },
  {
    name: 'threshold',
    positives: 0.04,
    caption: 'Move the threshold: recall is paid for with precision, and accuracy hardly notices.',
  },
  {
    name: 'convolution',
    image: 'layered',
    kernel: 'edge-horizontal',
    caption: 'The same nine weights at every place. Which kernel sees the beds?',
  },
  { name: 'feature-maps', exercise: 'm4-mnist-cnn', caption: 'What the filters of your own network answer to.' },
  { name: 'unrolled', caption: 'One pulse, and how long the state remembers it. Move the recurrent weight towards 1.' },
  {
    name: 'lstm-gates',
    caption: 'One jolt turns the cell over, and it stays there while nothing happens. Compare the two units.',
  },
]
