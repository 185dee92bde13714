#!/usr/bin/env node
// @ts-check
// The command line, under a Node the libraries accept and with this installation's folders and secrets.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dataFolder, openDataFolder } from '../deploy/local/data-folder.mjs'
import { cacheFolder, inRoot } from '../deploy/local/kit/paths.mjs'
import { ensureNode } from '../deploy/local/steps/node-runtime.mjs'

await ensureNode()
if (!existsSync(inRoot('node_modules/tsx'))) {
  console.error('gradus: nothing is installed yet. Run `npm start` (or `npm test`) once in this folder.')
  process.exit(3)
}
const folder = dataFolder(process.env)
await openDataFolder(folder)
const settings = JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))
process.env.GRADUS_DATA = folder
process.env.GRADUS_CACHE ||= cacheFolder()
process.env.GRADUS_SECRET ||= settings.dealSecret
process.env.DATABASE_URL ||= `postgresql://postgres:${settings.postgresPassword}@127.0.0.1:${settings.postgresPort}/gradus`
const { register } = await import('tsx/esm/api')
register()
await import('./cli.ts')
