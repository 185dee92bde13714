/** Wherever the code ran: it was waited for, and it went on or waited itself. */
export const NO_ANSWER = {
  verdict: 'timed_out',
  message: 'Your code did not answer in time.',
  hint: 'Look for a loop that never ends, or an await on something that never happens.',
} as const
