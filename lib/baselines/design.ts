/** Rows as classical models take them: one flat list of numbers a row. */
export interface Design {
  columns: number
  rows: Float64Array[]
}

/** A fitted model: the class of a row, or its value. */
export type Predict = (row: Float64Array) => number
