// @ts-check
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { findProgram, run } from '../../deploy/local/kit/run.mjs'
import { BINDING_PACKAGE, NODE_HEADERS } from './flavour.mjs'

const COMPILER_REMEDY = 'install a C++17 compiler (Debian/Ubuntu: g++; Fedora: gcc-c++) and start again.'

/**
 * Compiles the binding of @tensorflow/tfjs-node-gpu against the unpacked libtensorflow. Its published binary is built
 * for 2.9; the C API it uses is the same in 2.21, the library's version number in the file isn't.
 * @param {string} folder holds `lib` and `include`; gets `binding`
 */
export async function compileBinding(folder) {
  const lib = path.join(folder, 'lib')
  const binding = path.join(folder, 'binding')
  mkdirSync(binding, { recursive: true })
  // The linker looks for names without the version number, for the moment of linking only.
  const aliases = /** @type {const} */ ([
    ['libtensorflow_cc.so.2', 'libtensorflow.so'],
    ['libtensorflow_framework.so.2', 'libtensorflow_framework.so'],
  ])
  for (const [library, alias] of aliases) symlinkSync(library, path.join(lib, alias))
  const defines = ['-DNAPI_VERSION=8', '-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=tfjs_binding']
  const includes = [NODE_HEADERS, '.', 'binding', path.join(folder, 'include')].map((at) => `-I${at}`)
  const sources = ['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc']
  const linking = [`-L${lib}`, '-ltensorflow', '-ltensorflow_framework', '-Wl,-rpath,$ORIGIN/../lib']
  const output = ['-o', path.join(binding, 'tfjs_binding.node')]
  await run(
    findProgram('g++') ?? 'g++',
    ['-std=c++17', '-O2', '-fPIC', '-shared', '-w', ...defines, ...includes, ...sources, ...output, ...linking],
    { cwd: BINDING_PACKAGE, remedy: COMPILER_REMEDY },
  )
  for (const [, alias] of aliases) rmSync(path.join(lib, alias))
}
