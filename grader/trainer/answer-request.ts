import { createHash } from 'node:crypto'
import { bytesOf, rowsFrom, sizeOf } from '#lib/contract/rows.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import type { TrainerReply, TrainerRequest, TrainRequest } from '#lib/contract/trainer-protocol.ts'
import { reasonOf } from '#lib/training/build-model.ts'
import type { Compile } from '#lib/training/compile.ts'
import type { Tf } from '#lib/training/tf.ts'
import { type TrainedModel, train } from '#lib/training/train.ts'
import type { Meter } from '#lib/training/training-job.ts'

type Send = (reply: TrainerReply, body?: Uint8Array) => void

const meter: Meter = {
  cpuSeconds: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  wallMs: () => performance.now(),
}

/** Answers requests one after another; keeps the model that the last `train` left. */
export function answerRequest(
  tf: Tf,
  send: Send,
  compile: Compile | undefined,
): (request: TrainerRequest, body: Uint8Array) => Promise<void> {
  let kept: TrainedModel | null = null
  const forget = () => {
    kept?.dispose()
    kept = null
  }

  async function answerTrain(request: TrainRequest, body: Uint8Array): Promise<void> {
    forget()
    const topology = parseTopology(request.topology)
    if (!topology.ok) return send({ kind: 'refused', message: topology.message, hint: topology.hint })
    const split = sizeOf(request.xShape) * 4
    const outcome = await train(
      tf,
      {
        ...request,
        metric: request.metric ?? (request.task === 'binary' || request.task === 'multiclass' ? 'accuracy' : 'rmse'),
        topology: topology.topology.json,
        x: rowsFrom(body.subarray(0, split), request.xShape),
        y: rowsFrom(body.subarray(split), request.yShape),
      },
      meter,
      {
        model: (size) => send({ kind: 'model', ...size }),
        step: (step) => send({ kind: 'step', ...step }),
        epoch: (point) => send({ kind: 'epoch', point }),
      },
      compile,
    )
    if (!outcome.ok) return send({ kind: 'refused', message: outcome.message, hint: outcome.hint })
    kept = outcome.trained
    const weights = await kept.weights()
    const bytes = new Uint8Array(weights.buffer)
    const weightsHash = createHash('sha256').update(bytes).digest('hex')
    send({ kind: 'trained', ...outcome.summary, weightsHash }, bytes)
  }

  async function answerPredict(shape: number[], body: Uint8Array): Promise<void> {
    if (!kept) throw new Error('asked to predict before training')
    const x = rowsFrom(body, shape)
    try {
      const answer = await kept.predict(x)
      send({ kind: 'predicted', shape: answer.shape }, bytesOf(answer))
    } catch (error) {
      send({ kind: 'refused', message: `Your model cannot take these prepared rows: ${reasonOf(error)}` })
    }
  }

  return async (request, body) => {
    switch (request.kind) {
      case 'train':
        return answerTrain(request, body)
      case 'predict':
        return answerPredict(request.shape, body)
      case 'forget':
        forget()
        return send({ kind: 'forgotten' })
      default:
        return request satisfies never
    }
  }
}
