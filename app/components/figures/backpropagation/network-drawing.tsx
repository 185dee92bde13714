import { fixed } from '../kit/number.ts'
import { type Pass, type Setting, STAGES, type Stage } from './model.ts'

interface Node {
  x: number
  y: number
  name: string
  value: number
  /** From which stage on the value is known, and its slope. */
  known: Stage
  slope?: { value: number; known: Stage }
}

interface Edge {
  from: number
  to: number
  weight: number
  slope: number
  known: Stage
  /** Where along the edge its numbers stand. */
  along: number
}

const WIDTH = 400
const HEIGHT = 232
const RADIUS = 22

const atLeast = (stage: Stage, known: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(known)

function drawingOf({ parameters, x }: Setting, pass: Pass): { nodes: Node[]; edges: Edge[] } {
  const p = (i: number) => parameters[i] as number
  const slope = (i: number) => pass.byParameter[i] as number
  const nodes: Node[] = [
    { x: 28, y: 56, name: 'x₁', value: x[0], known: 'inputs' },
    { x: 28, y: 186, name: 'x₂', value: x[1], known: 'inputs' },
    {
      x: 150,
      y: 56,
      name: 'h₁',
      value: pass.hidden[0],
      known: 'hidden',
      slope: { value: pass.bySums[0], known: 'by-hidden' },
    },
    {
      x: 150,
      y: 186,
      name: 'h₂',
      value: pass.hidden[1],
      known: 'hidden',
      slope: { value: pass.bySums[1], known: 'by-hidden' },
    },
    {
      x: 268,
      y: 121,
      name: 'y',
      value: pass.output,
      known: 'output',
      slope: { value: pass.byOutput, known: 'by-output' },
    },
    { x: 372, y: 121, name: 'L', value: pass.loss, known: 'loss' },
  ]
  const first = (from: number, to: number, i: number, along: number): Edge => ({
    from,
    to,
    weight: p(i),
    slope: slope(i),
    known: 'by-first-weights',
    along,
  })
  const last = (from: number, i: number): Edge => ({
    from,
    to: 4,
    weight: p(i),
    slope: slope(i),
    known: 'by-last-weights',
    along: 0.47,
  })
  return {
    nodes,
    edges: [first(0, 2, 0, 0.5), first(1, 2, 1, 0.3), first(0, 3, 2, 0.3), first(1, 3, 3, 0.5), last(2, 6), last(3, 7)],
  }
}

/** Weights in ink, values in blue as they are found, slopes in orange with a ∂ as they flow back. */
export function NetworkDrawing({ stage, setting, pass }: { stage: Stage; setting: Setting; pass: Pass }) {
  const { nodes, edges } = drawingOf(setting, pass)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="A network of two inputs, two hidden units, one output and its loss, with a number on each edge"
      className="tnum mx-auto block w-full max-w-[30rem] text-[12px]"
    >
      <line x1="290" x2="350" y1="121" y2="121" stroke="var(--line-strong)" />
      <text x="320" y="113" textAnchor="middle" fill="var(--ink-3)">
        t {fixed(setting.target)}
      </text>
      {edges.map((edge) => {
        const [from, to] = [nodes[edge.from], nodes[edge.to]]
        return from && to && <EdgeMark key={`${edge.from} ${edge.to}`} edge={edge} from={from} to={to} stage={stage} />
      })}
      {nodes.map((node) => (
        <NodeMark key={node.name} node={node} stage={stage} />
      ))}
    </svg>
  )
}

function EdgeMark({ edge, from, to, stage }: { edge: Edge; from: Node; to: Node; stage: Stage }) {
  const known = atLeast(stage, edge.known)
  const now = stage === edge.known
  const x = from.x + (to.x - from.x) * edge.along
  const y = from.y + (to.y - from.y) * edge.along
  return (
    <g>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        stroke={now ? 'var(--validation)' : 'var(--line-strong)'}
        strokeWidth={now ? 2 : 1}
      />
      <rect
        x={x - 23}
        y={y - (known ? 16 : 9)}
        width="46"
        height={known ? 32 : 18}
        fill="var(--surface)"
        opacity="0.94"
      />
      <text x={x} y={y + (known ? -3 : 4)} textAnchor="middle" fill="var(--ink)">
        {fixed(edge.weight)}
      </text>
      {known && (
        <text x={x} y={y + 12} textAnchor="middle" fill="var(--validation)" fontWeight={now ? 600 : 400}>
          ∂ {fixed(edge.slope)}
        </text>
      )}
    </g>
  )
}

function NodeMark({ node, stage }: { node: Node; stage: Stage }) {
  const known = atLeast(stage, node.known)
  const slope = node.slope && atLeast(stage, node.slope.known) ? node.slope : null
  const now =
    stage === node.known ? 'var(--train)' : node.slope && stage === node.slope.known ? 'var(--validation)' : null
  return (
    <g>
      <circle
        cx={node.x}
        cy={node.y}
        r={RADIUS}
        fill="var(--surface)"
        stroke={now ?? 'var(--line-strong)'}
        strokeWidth={now ? 2 : 1}
      />
      <text x={node.x} y={node.y - 5} textAnchor="middle" fill="var(--ink-3)">
        {node.name}
      </text>
      <text
        x={node.x}
        y={node.y + 11}
        textAnchor="middle"
        fill={known ? 'var(--train)' : 'var(--ink-3)'}
        fontWeight="600"
      >
        {known ? fixed(node.value) : '?'}
      </text>
      {slope && (
        <text x={node.x} y={node.y - RADIUS - 6} textAnchor="middle" fill="var(--validation)">
          ∂ {fixed(slope.value)}
        </text>
      )}
    </g>
  )
}
