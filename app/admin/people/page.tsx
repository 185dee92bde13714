import { Pencil, Search, UserPlus, Users } from 'lucide-react'
import type { Metadata, Route } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { z } from 'zod'
import { formatDate, formatNumberOf } from '#app/components/format.ts'
import { PageBody } from '#app/components/page-body.tsx'
import { Pager } from '#app/components/pager.tsx'
import { PersonName } from '#app/components/person-name.tsx'
import { Badge } from '#app/components/ui/badge.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { Table, Td, Th } from '#app/components/ui/table.tsx'
import { requirePermission } from '#lib/access.ts'
import { db } from '#lib/db.ts'
import { listPeople, PEOPLE_PER_PAGE, type PersonRow } from '#lib/usecases/list-people.ts'
import { DeactivatePerson } from './deactivate-person.tsx'
import { PersonForm } from './person-form.tsx'

export const metadata: Metadata = { title: 'People' }

const Query = z.object({
  search: z.string().max(100).catch(''),
  page: z.coerce.number().int().positive().max(10_000).catch(1),
})

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await requirePermission('person:edit')
  const { search, page } = Query.parse(await searchParams)
  const { people, total } = await listPeople(db, { search, page })
  return (
    <PageBody wide className="grid max-w-6xl gap-5">
      <PageHeader
        title="People"
        lead={
          search
            ? `${formatNumberOf(total, 'person', 'people')} for “${search}”.`
            : `${formatNumberOf(total, 'person', 'people')} with an account.`
        }
        actions={
          <PersonForm
            trigger={
              <Button variant="primary">
                <UserPlus aria-hidden />
                Add person
              </Button>
            }
          />
        }
      />
      <Form action={'/admin/people' as Route} role="search" className="flex gap-2">
        <input
          type="search"
          name="search"
          defaultValue={search}
          placeholder="Name or e-mail"
          aria-label="Name or e-mail"
          className="h-8 w-64 max-w-full rounded-md border border-line-strong/70 bg-surface px-2.5 text-ui placeholder:text-ink-3"
        />
        <Button type="submit">
          <Search aria-hidden />
          Search
        </Button>
      </Form>
      {people.length === 0 ? (
        <EmptyState icon={<Users />} title="Nobody found">
          Look for another part of the name or address, or add the person.
        </EmptyState>
      ) : (
        <Table label="People">
          <thead>
            <tr>
              <Th className="sticky left-0 z-10 bg-bg">Name</Th>
              <Th>E-mail</Th>
              <Th>Enrolled in</Th>
              <Th>Password</Th>
              <Th>Since</Th>
              <Th>
                <span className="sr-only">Change</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <Person key={person.id} person={person} isSelf={person.id === viewer.userId} />
            ))}
          </tbody>
        </Table>
      )}
      <Pager
        path="/admin/people"
        query={search ? { search } : {}}
        page={page}
        pages={Math.ceil(total / PEOPLE_PER_PAGE)}
      />
    </PageBody>
  )
}

function Person({ person, isSelf }: { person: PersonRow; isSelf: boolean }) {
  const name = person.name ?? person.email ?? 'No name'
  const active = person.deactivatedAt === null
  return (
    <tr className={active ? undefined : 'text-ink-3'}>
      <Td className="sticky left-0 z-10 min-w-36 bg-bg">
        <span className="font-medium">
          <PersonName name={name} isDemo={person.isDemo} />
        </span>
        <span className="flex flex-wrap gap-1">
          {person.isAdmin && <Badge tone="accent">admin</Badge>}
          {!active && <Badge tone="warn">deactivated</Badge>}
        </span>
      </Td>
      <Td className="text-ink-2">{person.email ?? '–'}</Td>
      <Td>
        {person.enrolments.length === 0 ? (
          <span className="text-ink-3">nothing</span>
        ) : (
          <ul className="grid gap-0.5">
            {person.enrolments.map(({ courseSlug, courseTitle, role, active: inCourse }) => (
              <li key={courseSlug} className="text-xs">
                <Link
                  href={`/admin/courses/${courseSlug}/enrolments` as Route}
                  className="rounded text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
                >
                  {courseTitle}
                </Link>{' '}
                <span className="text-ink-3">
                  {role}
                  {!inCourse && ', left'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Td>
      <Td className="whitespace-nowrap text-ink-2">{person.hasPassword ? 'set' : 'none'}</Td>
      <Td className="tnum whitespace-nowrap text-ink-2">{formatDate(person.createdAt, 'UTC')}</Td>
      <Td>
        <div className="flex justify-end">
          <PersonForm
            person={{ id: person.id, name: person.name ?? '', email: person.email ?? '', isAdmin: person.isAdmin }}
            trigger={
              <Button size="sm" variant="ghost" aria-label={`Edit ${name}`}>
                <Pencil aria-hidden />
                Edit
              </Button>
            }
          />
          {!isSelf && <DeactivatePerson personId={person.id} name={name} active={active} />}
        </div>
      </Td>
    </tr>
  )
}
