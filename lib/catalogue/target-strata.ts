const STRATA = 10

/**
 * In which tenth of the ordered targets each one lies, 0 to 9: dealt like classes, they give every split the same mixture
 * of small and large. Of the few hundred rows of a small dataset the spread of a split, and with it every RMSE on it,
 * would otherwise differ by a tenth from one installation to the next.
 */
export function targetStrata(targets: ArrayLike<number>): number[] {
  const strata = new Array<number>(targets.length)
  Array.from(targets, (value, row) => ({ value, row }))
    .sort((a, b) => a.value - b.value)
    .forEach(({ row }, rank) => {
      strata[row] = Math.floor((rank * STRATA) / targets.length)
    })
  return strata
}
