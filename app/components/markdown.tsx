import 'katex/dist/katex.min.css'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeKatex from 'rehype-katex'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { FigureFile } from '#lib/contract/figure-file.ts'
import { headingId } from '#lib/domain/lesson-headings.ts'
import { DisplayFormula } from './display-formula.tsx'
import { ScrollRegion } from './ui/scroll-region.tsx'

// remark-math leaves formulas as code of these classes; KaTeX looks for them after everything else was cleaned away.
const SCHEMA = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-./, 'math-inline', 'math-display'] as [string, ...(string | RegExp)[]]],
  },
}

interface MarkdownNode {
  type: string
  url?: string
  value?: string
  children?: MarkdownNode[]
  data?: { hProperties?: Record<string, unknown> }
}

/** A formula between `$$` that is a paragraph of its own is set on a line of its own, also when it was written on one. */
function displayLoneMath() {
  return (tree: MarkdownNode) => {
    for (const { type, children = [] } of tree.children ?? []) {
      const only = children.length === 1 ? children[0] : undefined
      if (type !== 'paragraph' || only?.type !== 'inlineMath') continue
      only.data = { ...only.data, hProperties: { className: ['language-math', 'math-display'] } }
    }
  }
}

const WORD_JOINER = '\u2060'

/** A formula is a box to the browser, which would let a line begin with the full stop after it. */
function keepPunctuationWithMath() {
  const visit = ({ children = [] }: MarkdownNode): void => {
    for (const [i, child] of children.entries()) {
      visit(child)
      const afterMath = child.type === 'text' && children[i - 1]?.type === 'inlineMath'
      if (afterMath && /^[.,;:?)]/.test(child.value ?? '')) child.value = `${WORD_JOINER}${child.value}`
    }
  }
  return visit
}

/** Links that are named rather than addressed get their address; one that leads nowhere here stays as words. */
function resolveLinks(resolve: (url: string) => string | null) {
  const visit = (node: MarkdownNode): void => {
    // A node without children must not get the key: the next step looks for it.
    if (!node.children) return
    node.children = node.children.flatMap((child) => {
      visit(child)
      if (child.type !== 'link' || child.url === undefined) return [child]
      const url = resolve(child.url)
      return url === null ? (child.children ?? []) : [{ ...child, url }]
    })
  }
  return () => visit
}

/** The page around a text has its own `<h1>` and `<h2>`: headings begin one level down, and the text's title goes. */
const COMPONENTS: Components = {
  h1: () => null,
  h2: ({ children }) => <h2>{children}</h2>,
  table: ({ children }) => (
    <ScrollRegion label="Table" className="overflow-x-auto">
      <table>{children}</table>
    </ScrollRegion>
  ),
  a: ({ href, children }) => (
    <a href={href} rel="noreferrer" target={href?.startsWith('http') ? '_blank' : undefined}>
      {children}
    </a>
  ),
  span: ({ node: _, ...props }) =>
    props.className === 'katex-display' ? <DisplayFormula>{props.children}</DisplayFormula> : <span {...props} />,
}

/** Pictures are our own: beside the text, by their name alone, or of this origin. The policy would refuse any other. */
function addressOf(src: unknown, figures: string | undefined): string | null {
  if (typeof src !== 'string') return null
  if (figures !== undefined && FigureFile.safeParse(src).success) return `${figures}/${src}`
  return /^\/(?!\/)/.test(src) ? src : null
}

const pictures = (figures: string | undefined): Components => ({
  img: ({ alt, src }) => {
    const address = addressOf(src, figures)
    // biome-ignore lint/performance/noImgElement: figures of texts have no size known beforehand
    return address ? <img alt={alt ?? ''} src={address} /> : <em>{alt}</em>
  },
})

/** A heading that a list of contents can lead to: its text is plain words. */
const ANCHORED: Components = {
  ...COMPONENTS,
  h2: ({ children }) => (
    <h2 id={headingId(String(children))} className="scroll-mt-16">
      {children}
    </h2>
  ),
}

interface Props {
  text: string
  /** Where the pictures beside the text are served, without a slash at the end. */
  figures?: string
  /** Headings can be linked to. */
  anchors?: boolean
  /** Gives each link its address, or null where it leads nowhere. */
  resolve?: (url: string) => string | null
}

/** An author's text. HTML in it is shown as text; formulas are set by KaTeX after the cleaning, so they survive it. */
export function Markdown({ text, figures, anchors = false, resolve }: Props) {
  return (
    <div className="prose-gradus">
      <ReactMarkdown
        remarkPlugins={[
          remarkGfm,
          remarkMath,
          displayLoneMath,
          keepPunctuationWithMath,
          ...(resolve ? [resolveLinks(resolve)] : []),
        ]}
        rehypePlugins={[
          [rehypeSanitize, SCHEMA],
          [rehypeKatex, { strict: false, throwOnError: false }],
        ]}
        components={{ ...(anchors ? ANCHORED : COMPONENTS), ...pictures(figures) }}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
