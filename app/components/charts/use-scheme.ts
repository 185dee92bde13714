'use client'
import { useSyncExternalStore } from 'react'

const media = () => window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['class'] })
  media().addEventListener('change', changed)
  return () => {
    observer.disconnect()
    media().removeEventListener('change', changed)
  }
}

function read(): 'light' | 'dark' {
  const classes = document.documentElement.classList
  if (classes.contains('dark')) return 'dark'
  if (classes.contains('light')) return 'light'
  return media().matches ? 'dark' : 'light'
}

/** The scheme that is showing, for what CSS cannot colour: canvases and the editor. */
export const useScheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, read, () => 'light')
