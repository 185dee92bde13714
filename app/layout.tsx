import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { currentViewer } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { allLessons } from '#lib/lessons.ts'
import { readMyCourses } from '#lib/usecases/read-my-courses.ts'
import { THEME_COOKIE, Theme, themeClass } from './components/shell/theme.ts'
import { TopBar } from './components/shell/top-bar.tsx'
import { Toasts } from './components/ui/toast.tsx'

export const metadata: Metadata = {
  title: { default: 'Gradus', template: '%s · Gradus' },
  description: 'Deep-learning assignments that are trained, measured and explained.',
}
export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request keeps every page dynamic: the nonce of the content security policy cannot be baked in.
  await headers()
  const theme = Theme.parse((await cookies()).get(THEME_COOKIE)?.value)
  const viewer = await currentViewer()
  const courses = viewer ? await readMyCourses(db, { userId: viewer.userId, now: new Date() }) : []
  const lessons = viewer ? (await allLessons()).map((lesson) => ({ slug: lesson.slug, title: lesson.title })) : []
  return (
    <html lang="en" className={themeClass(theme)} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 text-accent-ink text-ui focus:translate-y-0"
        >
          Skip to content
        </a>
        <TopBar
          theme={theme}
          courses={courses.map(({ slug, title, role, exercises }) => ({
            slug,
            title,
            staff: role === 'instructor',
            exercises,
            lessons,
          }))}
          person={
            viewer && {
              name: viewer.name,
              email: viewer.email,
              isAdmin: viewer.isAdmin,
              isDemo: viewer.isDemo,
            }
          }
        />
        <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
        <Toasts />
      </body>
    </html>
  )
}
