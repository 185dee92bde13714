/** Where a link of a lesson's text leads. Lessons and exercises are named, since their address depends on the course. */
export type LinkTarget =
  | { kind: 'lesson'; slug: string; fragment: string | null }
  | { kind: 'exercise'; slug: string }
  | { kind: 'page'; path: string }
  | { kind: 'elsewhere'; url: string }
  | { kind: 'unknown' }

/** `lesson:neuron`, `lesson:neuron#the-bias`, `exercise:m1-ore-or-waste`, `/playground`, `https://…`. */
export function linkTarget(url: string): LinkTarget {
  const [, kind, slug, fragment] = /^(lesson|exercise):([a-z0-9-]+)(?:#([\p{L}\p{N}-]+))?$/u.exec(url) ?? []
  if (kind === 'lesson' && slug) return { kind, slug, fragment: fragment ?? null }
  if (kind === 'exercise' && slug && fragment === undefined) return { kind, slug }
  if (/^\/[a-z]/.test(url)) return { kind: 'page', path: url }
  return url.startsWith('https://') ? { kind: 'elsewhere', url } : { kind: 'unknown' }
}

/** Every link of a Markdown text, those in code left out. */
export function findLinks(markdown: string): { url: string; line: number }[] {
  let inCode = false
  return markdown.split('\n').flatMap((line, i) => {
    if (/^`{3,}/.test(line)) inCode = !inCode
    if (inCode) return []
    const prose = line.replaceAll(/`[^`]*`/g, '')
    return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, url = '']) => ({ url, line: i + 1 }))
  })
}

/** The address of a lesson's link within a course; null for an exercise that the course does not have. */
export function resolveLink(url: string, course: { slug: string; exercises: ReadonlySet<string> }): string | null {
  const target = linkTarget(url)
  const home = `/courses/${course.slug}`
  switch (target.kind) {
    case 'lesson':
      return `${home}/lessons/${target.slug}${target.fragment === null ? '' : `#${target.fragment}`}`
    case 'exercise':
      return course.exercises.has(target.slug) ? `${home}/exercises/${target.slug}` : null
    case 'page':
      return target.path
    case 'elsewhere':
      return target.url
    case 'unknown':
      return null
    default:
      return target satisfies never
  }
}
