/** [opensAt, closesAt): at the moment of closing it is closed. */
export interface Opening {
  opensAt: Date
  closesAt: Date
}

export type OpeningState = 'not-open' | 'open' | 'closed'

export function openingState({ opensAt, closesAt }: Opening, now: Date): OpeningState {
  if (now.getTime() < opensAt.getTime()) return 'not-open'
  return now.getTime() < closesAt.getTime() ? 'open' : 'closed'
}
