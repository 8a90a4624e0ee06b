import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import ts from 'typescript'

/** One of our files, as the house rules look at it. */
export interface SourceFile {
  readonly path: string // from the root of the project: "src/publish/publish.ts"
  readonly text: string
  readonly lines: number
  /** Files of ours it imports, types included, and modules from elsewhere. */
  readonly imports: readonly {
    readonly path: string | null
    readonly module: string
    readonly typeOnly: boolean
  }[]
  readonly functions: readonly {
    readonly name: string
    readonly line: number
    readonly lines: number
  }[]
}

export const root = resolve(import.meta.dirname, '../..')

/** Every TypeScript file below these folders. */
export function sourcesOf(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter(name => /\.tsx?$/.test(name))
      .sort()
      .map(name => sourceOf(join(root, folder, name))),
  )
}

function sourceOf(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return {
    path: relative(root, file),
    text,
    lines: text.split('\n').length - 1,
    imports: importsOf(parsed, file),
    functions: functionsOf(parsed),
  }
}

function importsOf(parsed: ts.SourceFile, file: string): SourceFile['imports'] {
  const found: {path: string | null; module: string; typeOnly: boolean}[] = []
  const add = (module: string, typeOnly: boolean) =>
    found.push({
      module,
      typeOnly,
      path: module.startsWith('.') ? relative(root, resolve(dirname(file), module)) : null,
    })
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      add((node.moduleSpecifier as ts.StringLiteral).text, typeOnlyOf(node))
    if (ts.isCallExpression(node) && (isDynamicImport(node) || isResolve(node))) {
      const [argument] = node.arguments
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

function typeOnlyOf(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return !clause.name && named !== undefined && ts.isNamedImports(named)
    ? named.elements.length > 0 && named.elements.every(element => element.isTypeOnly)
    : false
}

function isDynamicImport(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword
}

/** `import.meta.resolve('./stage.ts')` names a job's module as surely as an import does. */
function isResolve(node: ts.CallExpression): boolean {
  return node.expression.getText().endsWith('import.meta.resolve')
}

function functionsOf(parsed: ts.SourceFile): SourceFile['functions'] {
  const found: {name: string; line: number; lines: number}[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = parsed.getLineAndCharacterOfPosition(node.getStart()).line
      const last = parsed.getLineAndCharacterOfPosition(node.end).line
      const name = node.name?.getText() ?? 'an unnamed function'
      found.push({name, line: first + 1, lines: last - first + 1 - nestedLines(node, parsed)})
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

/** Lines of named functions and methods within a function: a closure that holds several is no longer for it. */
function nestedLines(outer: ts.Node, parsed: ts.SourceFile): number {
  let lines = 0
  const visit = (node: ts.Node): void => {
    if (node !== outer && (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node))) {
      const first = parsed.getLineAndCharacterOfPosition(node.getStart()).line
      lines += parsed.getLineAndCharacterOfPosition(node.end).line - first + 1
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(outer)
  return lines
}
