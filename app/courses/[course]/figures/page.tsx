import type { Metadata } from 'next'
import { stringify } from 'yaml'
import { Figure } from '#app/components/figures/figure.tsx'
import { PageBody } from '#app/components/page-body.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { ScrollRegion } from '#app/components/ui/scroll-region.tsx'
import { requireCourse } from '#lib/access.ts'
import type { FigureSpec } from '#lib/contract/figure.ts'
import { EXAMPLES } from './examples.ts'
import { parametersOf } from './parameters.ts'

type Props = { params: Promise<{ course: string }> }

export const metadata: Metadata = { title: 'Figures' }

/** Every figure that a lesson can show, at the width it has there, with what to write for it. */
export default async function FiguresPage({ params }: Props) {
  await requireCourse((await params).course, 'figures:read')
  return (
    <PageBody className="grid gap-8">
      <PageHeader
        title="Figures for lessons"
        lead="Each runs in the page. To show one, put the block beside it into the text of a lesson."
      />
      <nav aria-label="Figures" className="flex flex-wrap gap-x-4 gap-y-1 text-ui">
        {EXAMPLES.map(({ name }) => (
          <a key={name} href={`#${name}`} className="rounded text-accent hover:underline">
            {name}
          </a>
        ))}
      </nav>
      {EXAMPLES.map((spec) => (
        <section
          key={spec.name}
          id={spec.name}
          aria-labelledby={`${spec.name}-title`}
          className="grid scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-x-8 border-line border-t pt-6 lg:grid-cols-[minmax(0,68ch)_minmax(0,1fr)]"
        >
          <div className="min-w-0">
            <h2 id={`${spec.name}-title`} className="font-medium font-mono text-ui">
              {spec.name}
            </h2>
            <Figure spec={spec} />
          </div>
          <HowTo spec={spec} />
        </section>
      ))}
    </PageBody>
  )
}

function HowTo({ spec }: { spec: FigureSpec }) {
  const parameters = parametersOf(spec.name)
  return (
    <div className="grid min-w-0 content-start gap-4 lg:pt-11">
      <ScrollRegion label={`How to write ${spec.name}`} className="overflow-x-auto rounded-md bg-sunken p-3">
        <pre className="font-mono text-xs leading-5">{`\`\`\`figure\n${stringify(spec, { lineWidth: 44 })}\`\`\``}</pre>
      </ScrollRegion>
      {parameters.length > 0 && (
        <dl className="grid gap-2 text-xs">
          {parameters.map(({ name, values, standard }) => (
            <div key={name}>
              <dt className="font-medium font-mono">{name}</dt>
              <dd className="text-ink-2">
                {values}
                {standard !== null && <span className="text-ink-3">; {standard} when left out</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
