import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { migrationAdapter } from './migration-adapter.ts'

/** The methods are called by the name the Prisma CLI sends: this is all that is known of them here. */
export type SchemaEngine = Record<string, (params: unknown) => Promise<unknown>>

type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: { new: (options: object, log: (line: string) => void, adapters: object) => Promise<SchemaEngine> }
}

/** Prisma's own engine in its wasm build; its glue file expects a bundler to load the wasm, so that is done here. */
export async function loadEngine(databaseUrl: string, schemaFiles: string[]): Promise<SchemaEngine> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glueFile = pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href
  const glue: Glue & WebAssembly.ModuleImports = await import(glueFile)
  const wasm = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
  const datamodels = schemaFiles.map((file) => [file, readFileSync(file, 'utf8')])
  const log = (line: string) => process.stderr.write(`${line}\n`)
  return glue.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(migrationAdapter(databaseUrl)))
}
