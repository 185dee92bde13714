// Node 23 removed util.isNullOrUndefined and util.isArray, which tfjs-node 4.22 still calls on its first operation.
// Programs that load libtensorflow take this with `--require`; on Node 22 it changes nothing.
const util = require('node:util')

util.isNullOrUndefined ??= (value) => value === null || value === undefined
util.isArray ??= Array.isArray
