import { randomBytes } from 'node:crypto'
import { ensureAccount } from './accounts.ts'
import { publishCatalogue } from './publish-catalogue.ts'
import type { Scenario } from './scenario.ts'

const ADMIN = 'admin@gradus.example'

/** For a real installation: the catalogue and one admin, whose initial password is said once. */
export const empty: Scenario = {
  about: 'the catalogue and one admin with an initial password of their own',
  async seed(place) {
    await publishCatalogue(place)
    const password = randomBytes(12).toString('base64url')
    const account = { email: ADMIN, name: 'Administrator', password, isAdmin: true, isDemo: false }
    const { made } = await ensureAccount(place.db, account, place.now)
    if (made) place.say(`sign in as ${ADMIN} with the password ${password}, and change both under People`)
  },
}
