import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build, stop} from 'esbuild'
import type {Assets} from './frame.tsx'

/** A file of ours as it is served: its address holds a hash of its content, so it may be kept for ever. */
export interface Asset {
  readonly path: string
  readonly mediaType: string
  readonly body: Buffer
}

// In the order of the cascade.
const styleSheets = ['ground', 'frame', 'wall', 'page', 'table', 'picture']

/** Reads our style and bundles our islands, once at start; a few milliseconds each. */
export async function loadAssets(): Promise<{files: readonly Asset[]; addresses: Assets}> {
  const style = asset('portal', 'css', 'text/css; charset=utf-8', styleText())
  const icon = asset('kept', 'svg', 'image/svg+xml', textOf('./style/kept.svg'))
  const wall = asset(
    'wall',
    'js',
    'text/javascript; charset=utf-8',
    await bundled('./island/wall.ts'),
  )
  await stop() // esbuild's helpers (this bundle's, and those of src/jsx.ts) have nothing left to do
  return {
    files: [style, icon, wall],
    addresses: {style: style.path, icon: icon.path, wall: wall.path},
  }
}

function styleText(): string {
  return styleSheets.map(name => textOf(`./style/${name}.css`)).join('\n')
}

function textOf(file: string): string {
  return readFileSync(fileURLToPath(import.meta.resolve(file)), 'utf8')
}

async function bundled(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(import.meta.resolve(entry))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return outputFiles[0]!.text
}

function asset(name: string, extension: string, mediaType: string, text: string): Asset {
  const body = Buffer.from(text)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return {path: `/assets/${name}-${hash}.${extension}`, mediaType, body}
}
