// @ts-check
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { nativeStatus } from '../../grader/native/status.mjs'
import { cacheFolder, inRoot } from '../local/kit/paths.mjs'
import { findProgram, run } from '../local/kit/run.mjs'
import { runMain, SetupError } from '../local/kit/setup-error.mjs'
import { setUp } from '../local/set-up.mjs'
import { ensureNode } from '../local/steps/node-runtime.mjs'
import { gatherContext } from './context.mjs'

/**
 * `npm run image -- [--base IMAGE] [--tag NAME]` builds the grader's image with podman or docker, for the CPU, or for the
 * GPU where this machine's libtensorflow is the GPU build.
 */
await runMain(async () => {
  await ensureNode()
  const { values } = parseArgs({ options: { base: { type: 'string' }, tag: { type: 'string' } } })
  const engine = findProgram('podman') ?? findProgram('docker')
  if (!engine) throw new SetupError('neither podman nor docker is here', 'install one of them, then build again.')
  await setUp({ withBrowser: false })
  const { folder, build } = nativeStatus()
  if (!folder || !build)
    throw new SetupError('libtensorflow does not come from a wheel here', 'run `node grader/native/install.mjs` first.')
  const context = inRoot('.gradus/image')
  gatherContext(context, { libtensorflow: folder, box: `${cacheFolder()}/box` })
  const tag = values.tag ?? `gradus-grader:${build}`
  const options = ['--file', inRoot('grader/Containerfile'), '--target', build, '--tag', tag]
  const isPodman = engine.endsWith('podman')
  // HEALTHCHECK is none of the OCI format's.
  if (isPodman) options.push('--format', 'docker', '--ulimit', 'nofile=1024:1024')
  if (isPodman && findProgram('runc')) options.push('--runtime', 'runc')
  const globals = isPodman && !existsSync('/run/systemd/system') ? ['--cgroup-manager', 'cgroupfs'] : []
  const base = values.base ? ['--build-arg', `BASE_IMAGE=${values.base}`] : []
  // The host's network, for where the base lacks a package: it needs no network set up for containers.
  const command = [...globals, 'build', '--network', 'host', ...options, ...base, context]
  await run(engine, command, { onLine: (line) => console.log(line) })
  console.log(`\nBuilt ${tag}. \`${engine} run --rm ${tag} doctor\` says what it has.`)
  return 0
})
