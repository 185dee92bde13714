/** Classes or channels in a chart, told apart by dash as well as by colour. */
export const SERIES = [
  { stroke: 'var(--train)', dash: undefined },
  { stroke: 'var(--validation)', dash: '4 2' },
  { stroke: 'var(--classical)', dash: '1 2' },
  { stroke: 'var(--full)', dash: '6 2 1 2' },
] as const

export const seriesStyle = (index: number): { stroke: string; dash: string | undefined } =>
  SERIES[index % SERIES.length] ?? SERIES[0]
