import { describe, expect, it } from 'vitest'
import { EnvError, parseEnv, requireDatabaseUrl } from '#lib/env.ts'

const messageOf = (record: Record<string, string>) => {
  try {
    parseEnv(record)
  } catch (error) {
    if (error instanceof EnvError) return error.message
  }
  return 'accepted'
}

describe('parseEnv', () => {
  it('needs nothing: a bare machine can grade', () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', GRADUS_BOX: 'auto', NODE_ENV: 'development' })
  })

  it('reads numbers and flags', () => {
    const env = parseEnv({ PORT: '8080', GRADUS_CONCURRENCY: '2', SECURE_COOKIES: 'true' })
    expect(env).toMatchObject({ PORT: 8080, GRADUS_CONCURRENCY: 2, SECURE_COOKIES: true })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  })

  it.each([
    ['PORT', 'http', 'PORT is "http": it should be a port number, such as 3000.'],
    ['PORT', '70000', 'PORT is "70000": it should be a port number of at most 65535.'],
    ['GRADUS_BOX', 'docker', 'GRADUS_BOX is "docker": it should be auto, full, personal or container.'],
    ['GRADUS_CONCURRENCY', '0', 'GRADUS_CONCURRENCY is "0": it should be a whole number from 1 to 64.'],
    ['NEXTAUTH_URL', 'localhost:3000', /^NEXTAUTH_URL is "localhost:3000": it should be an http or https address/],
    ['DATABASE_URL', 'mysql://me:hunter2@db/x', /^DATABASE_URL is wrong: it should be a PostgreSQL address/],
    ['GRADUS_SECRET', 'short', 'GRADUS_SECRET is wrong: it should be a secret of at least 16 characters.'],
  ])('%s=%s is refused with its name and what it should be', (name, value, message) => {
    expect(messageOf({ [name]: value })).toMatch(message)
  })

  it('never repeats a secret', () => {
    expect(messageOf({ GRADUS_SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@db/x' })).not.toContain('hunter2')
  })

  it('names every wrong variable at once', () => {
    expect(messageOf({ PORT: 'x', GRADUS_BOX: 'y' }).split('\n')).toHaveLength(2)
  })

  it('wants all of OIDC or nothing of it', () => {
    expect(messageOf({ OIDC_ISSUER: 'https://login.example.edu' }).split('\n')).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID is not set: it should be set too/),
      expect.stringMatching(/^OIDC_CLIENT_SECRET is not set: it should be set too/),
    ])
  })
})

describe('requireDatabaseUrl', () => {
  it('gives the address', () => {
    expect(requireDatabaseUrl({ DATABASE_URL: 'postgresql://a@b/c' })).toBe('postgresql://a@b/c')
  })

  it('says what is missing', () => {
    expect(() => requireDatabaseUrl({ DATABASE_URL: undefined })).toThrow(/DATABASE_URL is not set/)
  })
})
