import { useSyncExternalStore } from 'react'

const media = () => window.matchMedia('(prefers-reduced-motion: reduce)')

function subscribe(changed: () => void) {
  media().addEventListener('change', changed)
  return () => media().removeEventListener('change', changed)
}

/** Whether somebody asked their system for less motion: nothing then moves by itself, and steps are taken by hand. */
export const useReducedMotion = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => media().matches,
    () => true,
  )
