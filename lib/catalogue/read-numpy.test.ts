import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { listNpz, readNpy, readNpz } from './read-numpy.ts'

/** A .npy file as numpy writes it: the header padded to 64 bytes, a newline at its end. */
function npy(descr: string, shape: string, numbers: ArrayBufferView, { version = 1, order = 'False' } = {}) {
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`
  const prefix = version === 1 ? 10 : 12
  const header = `${text.padEnd(64 * Math.ceil((text.length + prefix + 1) / 64) - prefix - 1)}\n`
  const length = new Uint8Array(prefix - 8)
  new DataView(length.buffer)[version === 1 ? 'setUint16' : 'setUint32'](0, header.length, true)
  const body = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return Uint8Array.from([0x93, ...Buffer.from('NUMPY'), version, 0, ...length, ...Buffer.from(header), ...body])
}

// np.save of np.array([[1.5, -2.0]], dtype='<f4'), byte for byte as numpy 2.4 writes it.
const WRITTEN_BY_NUMPY = Buffer.from(
  'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAMA/AAAAwA==',
  'base64',
)

it('reads what numpy wrote', () => {
  expect(readNpy('x.npy', WRITTEN_BY_NUMPY)).toEqual({ shape: [1, 2], data: Float64Array.from([1.5, -2]) })
})

it.each([
  ['|u1', Uint8Array.from([0, 255])],
  ['|i1', Int8Array.from([-1, 7])],
  ['|b1', Uint8Array.from([0, 1])],
  ['<u2', Uint16Array.from([0, 65_535])],
  ['<i2', Int16Array.from([-300, 300])],
  ['<i4', Int32Array.from([-70_000, 70_000])],
  ['<f4', Float32Array.from([0.5, -0.25])],
  ['<f8', Float64Array.from([0.1, -1e9])],
])('reads %s', (descr, numbers) => {
  expect([...readNpy('x.npy', npy(descr, '(2,)', numbers)).data]).toEqual([...numbers])
})

it('reads 64-bit whole numbers, more axes, and the longer header of version 2', () => {
  const numbers = BigInt64Array.from([1n, 2n, 3n, -4n])
  expect(readNpy('x.npy', npy('<i8', '(2, 1, 2)', numbers, { version: 2 }))).toEqual({
    shape: [2, 1, 2],
    data: Float64Array.from([1, 2, 3, -4]),
  })
})

describe('refuses', () => {
  const two = Float32Array.from([1, 2])
  it.each([
    ['another file', new TextEncoder().encode('a,b\n1,2\n and more'), /^x\.npy: is no \.npy file$/],
    ['big-endian numbers', npy('>f4', '(2,)', two), /^x\.npy: holds >f4; convert it to one of/],
    ['Fortran order', npy('<f4', '(2,)', two, { order: 'True' }), /Fortran order/],
    ['a file cut short', npy('<f4', '(3,)', two), /8 bytes for 3 numbers of 4 bytes each/],
    ['what is no number', npy('<f4', '(1,)', Float32Array.from([Number.NaN])), /no number/],
  ])('%s', (_, bytes, message) => {
    expect(() => readNpy('x.npy', bytes)).toThrow(message)
  })
})

describe('an archive', () => {
  const archive = zipSync({
    'x.npy': npy('|u1', '(1,)', Uint8Array.of(4)),
    'y.npy': npy('|u1', '(1,)', Uint8Array.of(1)),
  })

  it('gives its arrays by name', () => {
    expect(listNpz('a.npz', archive)).toEqual(['x', 'y'])
    expect([...readNpz('a.npz', archive)('x').data]).toEqual([4])
  })

  it('says which it has', () => {
    expect(() => readNpz('a.npz', archive)('labels')).toThrow('a.npz: has no array labels; it holds x, y')
    expect(() => readNpz('a.npz', Uint8Array.of(1, 2, 3))).toThrow('a.npz: is no .npz archive')
  })
})
