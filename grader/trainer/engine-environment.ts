import type { EngineProfile } from '#lib/contract/engine-profile.ts'

/** The whole environment of a process that runs libtensorflow: nothing of the worker's goes along, it holds credentials. */
export const engineEnvironment = ({ threads, oneDnn }: EngineProfile) => ({
  NODE_ENV: 'production' as const,
  // Operations run beside each other, none on several threads: most are so small that sharing one costs more than it
  // saves, and what is never shared adds up in the same order on any machine.
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: String(threads),
  // Of single convolutions the graph says itself that they run on oneDNN.
  TF_ENABLE_ONEDNN_OPTS: oneDnn === 'on' ? '1' : '0',
  TF_DETERMINISTIC_OPS: '1',
  TF_FORCE_GPU_ALLOW_GROWTH: 'true',
  TF_CPP_MIN_LOG_LEVEL: '2',
})
