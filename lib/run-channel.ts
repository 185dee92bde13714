/** PostgreSQL channel on which `<runId>:<seq>` is told after each change of a run that a page should hear of. */
export const RUN_CHANNEL = 'run'
