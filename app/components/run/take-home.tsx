import { Download } from 'lucide-react'
import { type ModelFormat, modelFileName } from '#lib/contract/model-file.ts'
import { Button } from '../ui/button.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { ReportPart } from './report-part.tsx'

const FORMATS: [ModelFormat, label: string][] = [
  ['keras', 'Keras (.keras)'],
  ['tfjs', 'TensorFlow.js (.zip)'],
]

interface Props {
  runId: string
  exercise: string
  /** False once its weights have made room for newer ones. */
  kept: boolean
}

/** The trained model of a run, to go on with elsewhere. */
export function TakeHome({ runId, exercise, kept }: Props) {
  if (!kept)
    return (
      <ReportPart title="Model">
        <p className="text-ink-2 text-ui">
          The trained weights of this run are no longer kept: only those of the best run and of the two newest are. The
          same code, submitted again, trains to the same model.
        </p>
      </ReportPart>
    )
  const file = modelFileName(exercise, runId, 'keras')
  return (
    <ReportPart title="Model">
      <div className="flex flex-wrap gap-2">
        {FORMATS.map(([format, label]) => (
          <Button key={format} asChild size="sm">
            <a href={`/api/runs/${encodeURIComponent(runId)}/model/${format}`}>
              <Download aria-hidden />
              <span className="sr-only">Download model: </span>
              {label}
            </a>
          </Button>
        ))}
      </div>
      <details className="mt-2 text-ui">
        <summary className="w-fit rounded text-ink-2 hover:text-ink">In Python</summary>
        <ScrollRegion label="Python" className="mt-2 overflow-x-auto rounded-md bg-sunken p-3">
          <pre className="font-mono text-xs leading-5">
            {`import keras\n\nmodel = keras.models.load_model("${file}")\nanswers = model.predict(rows)`}
          </pre>
        </ScrollRegion>
        <p className="mt-2 text-ink-2">
          The model knows prepared rows only: <code className="font-mono text-xs">rows</code> is what this run’s{' '}
          <code className="font-mono text-xs">prepare</code> makes of the raw ones, as a float32 array.
        </p>
      </details>
    </ReportPart>
  )
}
