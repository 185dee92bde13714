import type { DiagnosisId, Mistake } from './evidence.ts'

/** The exercise's own, where all that its author asks for holds. Without `when` it is never given: it could be wrong. */
export function ownMistake(
  { slug, mistake }: { slug: string; mistake: Mistake },
  found: { failedChecks: readonly string[]; diagnoses: readonly DiagnosisId[]; layers: number },
): { id: string; message: string } | null {
  const { when } = mistake
  if (!when) return null
  const holds =
    (when.check === undefined || found.failedChecks.includes(when.check)) &&
    (when.diagnoses ?? []).every((id) => found.diagnoses.includes(id)) &&
    found.layers >= (when.minLayers ?? 0)
  return holds ? { id: `${slug}:${mistake.name}`, message: mistake.feedback } : null
}
