import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binding } from '../kernels/native-backend.ts'
import { type GraphDef, TAG } from './graph-def.ts'

/** A session of libtensorflow that runs the graph, until `deleteSavedModel`. The binding loads from files alone. */
export function loadGraph(binding: Binding, graph: GraphDef): number {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-graph-'))
  try {
    writeFileSync(join(folder, 'saved_model.pb'), graph.encode())
    return binding.loadSavedModel(folder, TAG)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
