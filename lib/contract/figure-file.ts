import { z } from 'zod'

/** A picture beside a text: a file of the same folder, by its name alone. */
export const FigureFile = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\.svg$/)
