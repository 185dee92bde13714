'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Menu, MenuChoice, MenuChoices } from '../ui/menu.tsx'
import { THEME_COOKIE, Theme } from './theme.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon }
const WORDS = { system: 'As the device', light: 'Light', dark: 'Dark' }
const YEAR_SECONDS = 365 * 86_400

export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const Icon = ICONS[theme]
  const choose = (value: string) => {
    const next = Theme.parse(value)
    setTheme(next)
    document.documentElement.classList.remove('light', 'dark')
    if (next !== 'system') document.documentElement.classList.add(next)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon" aria-label={`Theme: ${WORDS[theme].toLowerCase()}`}>
          <Icon aria-hidden />
        </Button>
      }
    >
      <MenuChoices value={theme} onValueChange={choose}>
        {Theme.unwrap().options.map((option) => {
          const OptionIcon = ICONS[option]
          return (
            <MenuChoice key={option} value={option}>
              <OptionIcon aria-hidden />
              {WORDS[option]}
            </MenuChoice>
          )
        })}
      </MenuChoices>
    </Menu>
  )
}
