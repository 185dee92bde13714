import { type Declaration, type ModuleDeclaration, type Pattern, parse, type Statement } from 'acorn'

export interface RewrittenCell {
  /** A function's text: `(async function ($scope, $import) { … })`. Lines are those of the cell. */
  code: string
  /** What the cell declares. They have to be in the scope before the code runs. */
  names: string[]
}

interface Edit {
  from: number
  to: number
  text: string
}

/**
 * Makes the body of a notebook's cell of JavaScript: what it declares at the top level becomes a property of the session's
 * scope, which the code sees through `with`, so that later cells find it and may declare it anew; the last expression is
 * returned. No line moves, so an error's line is the cell's.
 */
export function rewriteCell(source: string): RewrittenCell {
  const { body } = parse(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowAwaitOutsideFunction: true,
  })
  const rewriter = new Rewriter(source)
  for (const node of body) rewriter.visit(node)
  const last = body.at(-1)
  if (last?.type === 'ExpressionStatement') {
    rewriter.insert(last.start, 'return (')
    rewriter.insert(last.expression.end, ')')
  }
  const hoisted = rewriter.hoisted.map((name) => `$scope.${name} = ${name};`).join('')
  return {
    code: `(async function ($scope, $import) { with ($scope) {${hoisted}${rewriter.text()}\n}})`,
    names: rewriter.names,
  }
}

type TopLevel = Statement | ModuleDeclaration

class Rewriter {
  readonly names: string[] = []
  /** Functions, which may be called above their declaration: they stay one, and the scope gets them first. */
  readonly hoisted: string[] = []
  private readonly edits: Edit[] = []
  constructor(private readonly source: string) {}

  insert(at: number, text: string): void {
    this.edits.push({ from: at, to: at, text })
  }

  visit(node: TopLevel): void {
    switch (node.type) {
      case 'VariableDeclaration':
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        this.declare(node)
        break
      case 'ImportDeclaration': {
        const parts = node.specifiers.map((specifier) => {
          const local = specifier.local.name
          this.names.push(local)
          const from = `await $import(${JSON.stringify(node.source.value)})`
          if (specifier.type === 'ImportNamespaceSpecifier') return `${local} = ${from}`
          const imported = specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported)
          return `${local} = (${from})[${JSON.stringify(imported)}]`
        })
        this.replace(node.start, node.end, `${parts.join(', ')};`)
        break
      }
      case 'ExportNamedDeclaration':
        this.replace(node.start, node.declaration?.start ?? node.end, '')
        if (node.declaration) this.declare(node.declaration)
        break
      case 'ExportDefaultDeclaration':
      case 'ExportAllDeclaration':
        this.replace(node.start, node.end, '')
    }
  }

  private declare(node: Declaration): void {
    if (node.type === 'FunctionDeclaration') {
      this.names.push(node.id.name)
      this.hoisted.push(node.id.name)
    } else if (node.type === 'ClassDeclaration') {
      this.names.push(node.id.name)
      this.insert(node.start, `;${node.id.name} = `)
      this.insert(node.end, ';')
    } else {
      const [first] = node.declarations
      const last = node.declarations.at(-1)
      if (!first || !last) return
      // In brackets, for a destructuring that begins with { would be a block.
      this.replace(node.start, first.start, ';(')
      for (const { id, init, end } of node.declarations) {
        this.names.push(...namesIn(id))
        if (!init) this.insert(end, ' = undefined')
      }
      this.insert(last.end, ');')
    }
  }

  /** Line ends of what is replaced are kept. */
  private replace(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text: text + this.source.slice(from, to).replace(/[^\n]/g, '') })
  }

  text(): string {
    let text = ''
    let at = 0
    // A stable sort: of two insertions at one place, the one that was made first comes first.
    for (const edit of this.edits.sort((a, b) => a.from - b.from)) {
      text += this.source.slice(at, edit.from) + edit.text
      at = edit.to
    }
    return text + this.source.slice(at)
  }
}

const nameOf = (node: { type: 'Identifier'; name: string } | { type: 'Literal'; value?: unknown }): string =>
  node.type === 'Identifier' ? node.name : String(node.value)

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}
