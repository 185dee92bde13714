/** What a run's model can be downloaded as: the last part of `/api/runs/<id>/model/<format>`. */
export const MODEL_FORMATS = { keras: { ending: '.keras' }, tfjs: { ending: '.zip' } } as const
export type ModelFormat = keyof typeof MODEL_FORMATS

export const isModelFormat = (text: string): text is ModelFormat => Object.hasOwn(MODEL_FORMATS, text)

/** The name under which a run's model comes home: two of one exercise do not overwrite each other. */
export const modelFileName = (exercise: string, runId: string, format: ModelFormat): string =>
  `${exercise}-${runId.slice(-6)}${MODEL_FORMATS[format].ending}`
