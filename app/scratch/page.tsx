import type { Metadata } from 'next'
import { PageBody } from '#app/components/page-body.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { requireViewer } from '#lib/access.ts'
import { Scratchpad } from './scratchpad.tsx'

export const metadata: Metadata = { title: 'Scratchpad' }

/** Empty cells for anybody who has signed in: what a notebook gave, with nothing to install. */
export default async function ScratchPage() {
  await requireViewer()
  return (
    <PageBody className="max-w-3xl">
      <PageHeader
        title="Scratchpad"
        lead="Try TensorFlow.js here. It runs in your browser, and what you write stays in it."
      />
      <Scratchpad />
    </PageBody>
  )
}
