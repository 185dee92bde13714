import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Mark } from '#app/components/shell/mark.tsx'
import { currentViewer } from '#lib/access.ts'
import { findOidcProvider } from '#lib/auth.ts'
import { db } from '#lib/db.ts'
import { readDemoAccounts } from '#lib/usecases/read-demo-accounts.ts'
import { safeReturnPath } from './safe-return-path.ts'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams
  const returnPath = safeReturnPath(callbackUrl)
  if (await currentViewer()) redirect(returnPath)
  return (
    <div className="grid flex-1 place-items-start justify-center px-4 pt-[12vh] pb-16">
      <div className="w-full max-w-[22rem]">
        <Mark className="size-9" />
        <h1 className="mt-5 font-semibold text-[1.375rem] leading-7 tracking-[-0.015em]">Sign in to Gradus</h1>
        <p className="mt-1 text-ink-2 text-ui">
          Write a model, watch it train, see what it is worth on data it never saw.
        </p>
        <SignInForm
          returnPath={returnPath}
          oidcName={findOidcProvider()?.name ?? null}
          demoAccounts={await readDemoAccounts(db)}
          initialError={typeof error === 'string' ? error : null}
        />
      </div>
    </div>
  )
}
