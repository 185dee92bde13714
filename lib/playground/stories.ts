import { DEFAULT_STATE, type PlaygroundState } from './state.ts'

export interface Story {
  title: string
  /** What to watch. */
  text: string
  state: PlaygroundState
}

const story = (title: string, text: string, changes: Partial<PlaygroundState>): Story => ({
  title,
  text,
  state: { ...DEFAULT_STATE, ...changes },
})

/** Settings worth a minute each, in the order of the course. */
export const STORIES: readonly Story[] = [
  story(
    'One neuron cannot do XOR',
    'Without a hidden layer the border is one straight line, and the loss stays near 0.69, a coin’s. Add a layer of four units.',
    { layers: [] },
  ),
  story(
    'Features instead of layers',
    'The same lone neuron, given the product x₁x₂: the right feature does what a hidden layer has to learn.',
    { layers: [], features: ['x1', 'x2', 'x1x2'] },
  ),
  story(
    'Sigmoid, eight layers deep',
    'Watch the gradients under the layers: the first one’s is thousands of times smaller than the last one’s, and nothing is learnt. Try ReLU with He.',
    {
      data: 'spiral',
      layers: [8, 8, 8, 8, 8, 8, 8, 8],
      activation: 'sigmoid',
      optimizer: 'adam',
      learningRate: 0.003,
      noise: 0,
      trainShare: 80,
      batchSize: 20,
    },
  ),
  story(
    'Too high a rate',
    'Momentum with rate 3 jumps over every valley: the loss leaps instead of falling. Divide the rate by ten, twice.',
    { data: 'circle', optimizer: 'momentum', learningRate: 3, layers: [6] },
  ),
  story(
    'Dead ReLUs',
    'Large weights and a high rate push units to where they are silent on every point, and their gradient with them. Leaky ReLU keeps a way back.',
    {
      data: 'circle',
      activation: 'relu',
      initializer: 'largeNormal',
      learningRate: 1,
      optimizer: 'momentum',
      layers: [8, 8],
    },
  ),
  story(
    'Learning the noise',
    'Few noisy points and many units: training loss goes on falling while test loss turns and rises. Add an L2 penalty or dropout.',
    {
      data: 'gauss',
      noise: 50,
      trainShare: 10,
      layers: [8, 8, 8],
      optimizer: 'adam',
      learningRate: 0.03,
      showTest: true,
    },
  ),
]
