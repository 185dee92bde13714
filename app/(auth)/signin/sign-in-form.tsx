'use client'
import { TriangleAlert } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import type { DemoAccount } from '#lib/usecases/read-demo-accounts.ts'

/** What the codes in `?error=` mean to the person at the form. */
const ERRORS: Record<string, string> = {
  CredentialsSignin: 'That e-mail address and password do not go together. Check both and try again.',
  TooManyAttempts: 'Too many tries in a short time. Wait a few minutes, then try again.',
  OAuthAccountNotLinked: 'This address already signs in with a password here. Use the password.',
  AccessDenied: 'This account is deactivated. Ask your instructor.',
}
const errorWords = (code: string): string => ERRORS[code] ?? 'Signing in failed on our side. Try again in a moment.'

interface Props {
  returnPath: string
  oidcName: string | null
  demoAccounts: DemoAccount[]
  initialError: string | null
}

export function SignInForm({ returnPath, oidcName, demoAccounts, initialError }: Props) {
  const [error, setError] = useState(initialError)
  const [pending, setPending] = useState(false)
  const [email, setEmail] = useState('')
  const password = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    setError(null)
    const result = await signIn('credentials', {
      redirect: false,
      email,
      password: password.current?.value ?? '',
    }).catch(() => undefined)
    if (result?.ok && !result.error) {
      // A whole page load: everything that was rendered for nobody goes.
      window.location.assign(returnPath)
      return
    }
    setError(result?.error ?? 'Unreachable')
    setPending(false)
    password.current?.focus()
  }

  return (
    <div className="mt-6 grid gap-4">
      <div role="alert" className="empty:hidden">
        {error && (
          <p className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad text-ui">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {errorWords(error)}
          </p>
        )}
      </div>
      {oidcName && (
        <>
          <Button size="lg" onClick={() => signIn('oidc', { callbackUrl: returnPath })}>
            Continue with {oidcName}
          </Button>
          <div className="flex items-center gap-3 text-ink-3 text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or with a password
          </div>
        </>
      )}
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          ref={password}
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {pending ? 'Signing in' : 'Sign in'}
        </Button>
      </form>
      {demoAccounts.length > 0 && (
        <div className="mt-2 border-line border-t pt-4 text-ui">
          <p className="text-ink-2">
            This installation holds demo data. Its accounts share a password that was printed when it started.
          </p>
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {demoAccounts.map((account) => (
              <li key={account.email}>
                <Button
                  size="sm"
                  onClick={() => {
                    setEmail(account.email)
                    password.current?.focus()
                  }}
                >
                  <span className="capitalize">{account.role}</span>
                  <span className="font-normal text-ink-3">{account.email}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
