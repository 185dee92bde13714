import { expect, it } from 'vitest'
import { containerPolicy } from './container-policy.ts'
import { POLICY } from './policy.ts'

const policy = (arch: NodeJS.Architecture) => JSON.parse(containerPolicy(arch))

it('allows exactly what the filter of bubblewrap allows, and answers the rest as that does', () => {
  const { defaultAction, defaultErrnoRet, syscalls } = policy('x64')
  expect({ defaultAction, defaultErrnoRet }).toEqual({ defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 38 })
  expect(syscalls[0]).toEqual({ names: POLICY.allow, action: 'SCMP_ACT_ALLOW' })
  expect(syscalls.slice(1).map(({ names }: { names: string[] }) => names)).toEqual(
    POLICY.allowWhen.map(({ call }) => [call]),
  )
})

it('knows one architecture, so that calls by the numbers of another end the caller', () => {
  expect(policy('x64').architectures).toEqual(['SCMP_ARCH_X86_64'])
  expect(policy('arm64').architectures).toEqual(['SCMP_ARCH_AARCH64'])
})

it('gives threads and no namespace, by numbers that JSON holds exactly', () => {
  const { syscalls } = policy('x64')
  const clone = syscalls.find(({ names }: { names: string[] }) => names[0] === 'clone')
  const [{ value: mask, valueTwo: wanted, op }] = clone.args
  expect(op).toBe('SCMP_CMP_MASKED_EQ')
  const [thread, newUser, newNet] = [0x10000n, 0x10000000n, 0x40000000n]
  expect(thread & BigInt(mask)).toBe(BigInt(wanted))
  for (const flag of [newUser, newNet]) expect((thread | flag) & BigInt(mask)).not.toBe(BigInt(wanted))
  for (const { args } of syscalls.slice(1))
    for (const { value, valueTwo = 0 } of args)
      expect(Number.isSafeInteger(value) && Number.isSafeInteger(valueTwo)).toBe(true)
})
