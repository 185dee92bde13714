import { z } from 'zod'
import { ModelError } from './model-error.ts'
import type { Config } from './model-json.ts'

/** What a layer's configuration holds as an object of its own, and Keras's module for it. */
const KINDS = [
  {
    suffix: '_initializer',
    module: 'keras.initializers',
    classes: [
      ...['Zeros', 'Ones', 'Constant', 'RandomUniform', 'RandomNormal', 'TruncatedNormal', 'Identity', 'Orthogonal'],
      ...['VarianceScaling', 'GlorotUniform', 'GlorotNormal', 'HeNormal', 'HeUniform', 'LeCunNormal', 'LeCunUniform'],
    ],
  },
  { suffix: '_regularizer', module: 'keras.regularizers', classes: ['L1L2'] },
  {
    suffix: '_constraint',
    module: 'keras.constraints',
    classes: ['MaxNorm', 'UnitNorm', 'NonNeg', 'MinMaxNorm'],
  },
]

const Part = z.object({ class_name: z.string(), config: z.record(z.string(), z.unknown()) })

/** LeCun's initialisers have his name's capital in TensorFlow.js alone. */
const inKeras = (className: string): string => className.replace(/^LeCun/, 'Lecun')
/** Keras has classes of their own for what TensorFlow.js says by one. */
const inTfjs = (className: string): string =>
  className === 'L1' || className === 'L2' ? 'L1L2' : className.replace(/^Lecun/, 'LeCun')

const kindOf = (key: string) => KINDS.find(({ suffix }) => key.endsWith(suffix))

/** Whether the key holds an initialiser, a regulariser or a constraint. */
export const isPart = (key: string): boolean => kindOf(key) !== undefined

/** A part as Keras writes it. @throws ModelError */
export function partToKeras(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const kind = kindOf(key)
  const part = Part.safeParse(value).data
  if (!kind || !part || !kind.classes.includes(part.class_name)) throw unknownPart(key, part)
  return {
    module: kind.module,
    class_name: inKeras(part.class_name),
    config: seedless(part.config),
    registered_name: null,
  }
}

/** A part of Keras as TensorFlow.js has it. @throws ModelError */
export function partFromKeras(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const kind = kindOf(key)
  const part = Part.safeParse(value).data
  const className = part && inTfjs(part.class_name)
  if (!kind || !className || !kind.classes.includes(className)) throw unknownPart(key, part)
  return { class_name: className, config: seedless(part.config) }
}

const unknownPart = (key: string, part: { class_name: string } | undefined): ModelError =>
  new ModelError(`has a ${key} ${part ? `"${part.class_name}" ` : ''}that the other side does not have`)

const seedless = ({ seed: _, ...config }: Config): Config => config
