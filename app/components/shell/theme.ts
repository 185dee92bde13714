import { z } from 'zod'

/** What the theme cookie may hold. `system` follows the device and is what a missing or odd cookie means. */
export const Theme = z.enum(['system', 'light', 'dark']).catch('system')
export type Theme = z.infer<typeof Theme>

export const THEME_COOKIE = 'theme'

/** The class the root element carries for a theme. */
export const themeClass = (theme: Theme): string => (theme === 'system' ? '' : theme)
