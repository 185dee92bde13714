'use client'
import { STORIES, type Story } from '#lib/playground/stories.ts'

/** Settings to try, one sentence each. */
export function Stories({ onChoose }: { onChoose: (story: Story) => void }) {
  return (
    <section aria-labelledby="stories" className="border-line border-t pt-5">
      <h2 id="stories" className="mb-3 font-medium text-base">
        Six things to try
      </h2>
      <ul className="-mx-3 grid gap-x-3 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
        {STORIES.map((story) => (
          <li key={story.title} className="relative rounded-md p-3 transition-colors duration-150 hover:bg-hover">
            <button
              type="button"
              onClick={() => onChoose(story)}
              className="font-medium text-accent text-ui after:absolute after:inset-0 after:rounded-md"
            >
              {story.title}
            </button>
            <p className="mt-0.5 text-ink-2 text-ui">{story.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
