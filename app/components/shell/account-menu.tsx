'use client'
import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx'

const initialsOf = (name: string): string =>
  name
    .split(/[\s.@]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

export function AccountMenu({ name, email, isDemo }: { name: string; email: string | null; isDemo: boolean }) {
  return (
    <Menu
      className="min-w-56"
      trigger={
        <Button variant="ghost" size="icon" aria-label={`Account: ${name}`} className="rounded-full">
          <span
            aria-hidden
            // Drawn, not written: the button's name is the person's, not their initials.
            data-initials={initialsOf(name)}
            className="grid size-7 before:content-[attr(data-initials)] place-items-center rounded-full bg-accent-soft font-semibold text-2xs text-accent"
          />
        </Button>
      }
    >
      <div className="px-2 pt-1.5 pb-1">
        <p className="font-medium">{name}</p>
        {email && <p className="text-ink-3 text-xs">{email}</p>}
      </div>
      {isDemo && <MenuLabel>A demo account: its work is demo data.</MenuLabel>}
      <MenuSeparator />
      <MenuItem onSelect={() => signOut({ callbackUrl: '/signin' })}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}
