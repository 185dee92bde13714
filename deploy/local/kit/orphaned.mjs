// @ts-check

const LOOK_EVERY_MILLISECONDS = 1000

/**
 * Under npm, a `kill` of npm ends npm and its shell without a word to the program they started. That program notices
 * by its parent and must not live on unseen. Started by hand it may outlive its terminal (`nohup`), so nothing is done.
 * @param {() => void} whenOrphaned
 */
export function watchNpm(whenOrphaned) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    whenOrphaned()
  }, LOOK_EVERY_MILLISECONDS)
  timer.unref()
}
