'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlaygroundState } from '#lib/playground/state.ts'
import { createLab, type Lab, type LabView } from './lab.ts'

/** A lab for the life of the page, kept at `state`; it pauses while nobody can see it. */
export function useLab(state: PlaygroundState): Lab {
  const [lab] = useState(() => createLab(state))
  useEffect(() => lab.configure(state), [lab, state])
  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') lab.pause()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      lab.pause()
    }
  }, [lab])
  return lab
}

export const useLabView = (lab: Lab): LabView => useSyncExternalStore(lab.subscribe, lab.view, lab.view)
