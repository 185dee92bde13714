import type { Db } from '../db.ts'

/** Somebody who is signed in, as the database knows them now. */
export interface Viewer {
  userId: string
  name: string
  email: string | null
  isAdmin: boolean
  /** Demo people say so wherever they appear. */
  isDemo: boolean
}

/** Null for nobody, for a deleted person and for a deactivated one, whatever their session says. */
export async function findViewer(db: Db, userId: string | undefined): Promise<Viewer | null> {
  if (!userId) return null
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true, isAdmin: true, isDemo: true, deactivatedAt: true },
  })
  if (!user || user.deactivatedAt !== null) return null
  const { id, name, email, isAdmin, isDemo } = user
  return { userId: id, name: name ?? email ?? 'No name', email, isAdmin, isDemo }
}
