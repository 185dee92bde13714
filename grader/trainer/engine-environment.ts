/** What the numbers of a run depend on: part of its provenance. */
export interface EngineProfile {
  threads: number
  oneDnn: boolean
}

/** The whole environment of a process that runs libtensorflow: nothing of the worker's goes along, it holds credentials. */
export const engineEnvironment = ({ threads, oneDnn }: EngineProfile) => ({
  NODE_ENV: 'production' as const,
  TF_NUM_INTRAOP_THREADS: String(threads),
  TF_NUM_INTEROP_THREADS: '1',
  TF_ENABLE_ONEDNN_OPTS: oneDnn ? '1' : '0',
  TF_DETERMINISTIC_OPS: '1',
  TF_FORCE_GPU_ALLOW_GROWTH: 'true',
  TF_CPP_MIN_LOG_LEVEL: '2',
})
