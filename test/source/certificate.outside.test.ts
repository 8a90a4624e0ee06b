import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {createServer as createSecureServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import {test} from 'node:test'
import {datasetOf, look, lookingWorld} from './looking.ts'

test('a server that cannot prove who it is is refused', async () => {
  await using world = await lookingWorld({site: {allowedHosts: ['127.0.0.1']}})
  // A certificate that only itself vouches for, made for this test alone.
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', '-', '-subj', '/CN=127.0.0.1']
  const pem = execFileSync('openssl', ['req', '-x509', ...made], {stdio: 'pipe'}).toString()
  const server = createSecureServer({key: pem, cert: pem}, (_, response) =>
    response.end('a,b\r\n1,2\r\n'),
  )
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const {port} = server.address() as AddressInfo
  const {problem} = await look(datasetOf({url: `https://127.0.0.1:${port}/x.csv`}), world)
  await new Promise(done => server.close(done))
  assert.equal(problem?.code, 'source-certificate')
  assert.equal(problem?.facts.why, 'DEPTH_ZERO_SELF_SIGNED_CERT')
})
