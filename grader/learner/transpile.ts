import { transform } from 'esbuild'
import { type TranspileResult, transpileWith } from '#lib/learner/transpile-rules.ts'

/** See `transpileWith`: by esbuild's native program. */
export const transpile = (source: string): Promise<TranspileResult> => transpileWith(transform, source)
