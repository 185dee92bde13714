import { expect, it } from 'vitest'
import { temporaryCatalogue } from '#tests/helpers/temporary-catalogue.ts'
import type { Baselines } from '../contract/baselines.ts'
import { openBaselineStore } from './baseline-store.ts'

const KEY = { datasetHash: 'abc', metric: 'accuracy', trainRows: 100, recipe: 1 } as const
const BASELINES: Baselines = {
  key: KEY,
  models: [{ model: 'constant', name: 'majority class', encoding: null, fittedRows: 100, public: 0.4, private: 0.5 }],
}

it('gives back what was saved, to that key only', async () => {
  const folder = await temporaryCatalogue({})
  await openBaselineStore(folder).save(BASELINES)
  const { find } = openBaselineStore(folder)
  expect(await find(KEY)).toEqual(BASELINES)
  for (const other of [{ datasetHash: 'abd' }, { metric: 'macroF1' as const }, { trainRows: 99 }, { recipe: 2 }])
    expect(await find({ ...KEY, ...other })).toBeNull()
})
