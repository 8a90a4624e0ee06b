#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read this far and say what it lacks.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `kept needs Node 24 or newer; this is ${process.versions.node}. ` +
      'npm installs one beside us: run it as "npm start" or "npx kept".\n',
  )
  process.exit(2)
}
await import('../src/jsx.ts')
await import('../src/main.ts')
