import { depthOf } from '../contract/frame.ts'
import { parseTopology } from '../contract/topology.ts'
import { ModelError } from './model-error.ts'
import { ModelJson } from './model-json.ts'

const MAX_DEPTH = 96

/** JSON of a file that may be anybody's. @throws ModelError */
export function parseModelJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw new ModelError(`Its JSON is nested deeper than ${MAX_DEPTH}.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new ModelError('Its JSON cannot be read.')
  }
}

/** The topology by the rules that a submitted one has to meet: layers of the stock only, of bearable size. @throws ModelError */
export function cleanTopology(topology: unknown): ModelJson {
  const parsed = parseTopology(JSON.stringify(topology))
  if (!parsed.ok) throw new ModelError(parsed.message)
  const model = ModelJson.safeParse(parsed.topology.json)
  if (!model.success) throw new ModelError('Its layers cannot be read.')
  return model.data
}
