import { z } from 'zod'

export const MIN_PASSWORD_LENGTH = 10

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Use an address such as kim@example.edu.').max(200, 'At most 200 characters.'))

/** Left empty it changes nothing; somebody new without one signs in by single sign-on only. */
const NewPassword = z
  .string()
  .max(200, 'At most 200 characters.')
  .refine(
    (password) => password === '' || password.length >= MIN_PASSWORD_LENGTH,
    `At least ${MIN_PASSWORD_LENGTH} characters.`,
  )
  .transform((password) => (password === '' ? undefined : password))
  .optional()

export const PersonInput = z.object({
  name: z.string().trim().min(1, 'Give a name.').max(120, 'At most 120 characters.'),
  email: Email,
  isAdmin: z.boolean().default(false),
  password: NewPassword,
})
export type PersonInput = z.infer<typeof PersonInput>
