/** One thing that `gradus doctor` looked at. */
export interface DoctorFinding {
  what: string
  /** `note`: worth knowing; grading works without it. */
  state: 'ok' | 'missing' | 'note'
  detail: string
  remedy?: string
}
