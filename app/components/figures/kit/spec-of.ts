import type { FigureName, FigureSpec } from '#lib/contract/figure.ts'

/** What a lesson says of the figure of that name. */
export type SpecOf<Name extends FigureName> = Extract<FigureSpec, { name: Name }>
