import { Prisma } from '../generated/prisma/client.ts'

/**
 * Runs `work`; answers `taken` when another row already holds a value that must be unique, whoever came first.
 * Asking the database beforehand would leave a gap between the question and the write.
 */
export async function orTaken<Result, Taken>(work: () => Promise<Result>, taken: Taken): Promise<Result | Taken> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return taken
    throw error
  }
}
