'use client'
import { Dialog } from '#app/components/ui/dialog.tsx'

const GROUPS: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Anywhere on this page',
    keys: [
      ['Ctrl Enter', 'Run in this browser'],
      ['Ctrl Shift Enter', 'Submit for grading'],
      ['Ctrl K', 'Go to a course, an exercise or a page'],
      ['?', 'This list'],
    ],
  },
  {
    title: 'In the editor',
    keys: [
      ['Ctrl Space', 'Suggestions'],
      ['F8', 'Next problem'],
      ['Ctrl /', 'Comment a line out or in'],
      ['Ctrl M', 'Let Tab leave the editor, or indent again'],
      ['F1', 'All commands of the editor'],
    ],
  },
]

/** Keys are named for a PC; on a Mac ⌘ stands for Ctrl. */
export function Shortcuts({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog title="Keyboard" description="On a Mac, ⌘ stands for Ctrl." open={open} onOpenChange={onOpenChange}>
      {GROUPS.map(({ title, keys }) => (
        <section key={title} className="mt-3 first:mt-0">
          <h3 className="mb-1.5 text-ink-3 text-xs">{title}</h3>
          <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 text-ui">
            {keys.map(([key, does]) => (
              <div key={key} className="contents">
                <dt>{does}</dt>
                <dd className="flex justify-end gap-1">
                  {key.split(' ').map((cap) => (
                    <kbd key={cap} className="rounded border border-line bg-sunken px-1.5 font-mono text-ink-2 text-xs">
                      {cap}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
