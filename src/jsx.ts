// Node strips types from .ts by itself but knows no JSX: this hook, given to node with --import,
// has esbuild turn each .tsx into JavaScript as it is loaded. No build step, no stale output.
import {readFileSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {fileURLToPath} from 'node:url'
import {transformSync} from 'esbuild'

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const {code} = transformSync(readFileSync(fileURLToPath(url), 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: fileURLToPath(url),
    })
    return {format: 'module', source: code, shortCircuit: true}
  },
})
