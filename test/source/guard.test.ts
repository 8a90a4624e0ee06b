import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {guardedLookup, isPublicAddress, refusePrivateLiteral} from '../../src/source/guard.ts'
import type {Problem} from '../../src/text/problem.ts'
import {datasetOf, listening, look, lookingWorld, resolving} from './looking.ts'

test('no address with a special purpose is public', () => {
  const refused = [
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, where clouds keep their credentials'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'this network'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::127.0.0.1', 'IPv4-compatible'],
    ['::ffff:127.0.0.1', 'IPv4-mapped'],
    ['::ffff:7f00:1', 'IPv4-mapped, in hexadecimal'],
    ['::ffff:8.8.8.8', 'IPv4-mapped'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b:1::1', 'local NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001::1', 'Teredo'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fc00::1', 'unique local'],
    ['fd12:3456::1', 'unique local'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['100::1', 'discard'],
    ['4000::1', 'not handed out'],
    ['', 'no address'],
    ['example.org', 'no address'],
  ] as const
  for (const [address, why] of refused) assert.equal(isPublicAddress(address), false, why)
})

test('addresses of the public internet are', () => {
  for (const address of ['8.8.8.8', '203.80.96.10', '2606:4700::1', '2400:cb00::1'])
    assert.equal(isPublicAddress(address), true, address)
})

test('every spelling of a loopback address is refused before a socket is opened', async () => {
  await using server = await listening((_, response) => response.end('a,b\r\n1,2\r\n'))
  await using world = await lookingWorld()
  const port = server.host.split(':')[1]
  const spellings = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.0.0.1',
    '0x7f000001',
    '017700000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.０.０.１',
    '127%2e0%2e0%2e1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    '[::]',
    '0.0.0.0',
    '0',
    'localhost',
    'LOCALHOST',
  ]
  for (const host of spellings) {
    const seen = await look(datasetOf({url: `http://${host}:${port}/x.csv`}), world)
    assert.equal(seen.problem?.code, 'source-address-private', host)
    assert.equal(seen.check?.outcome, 'nothing', host)
  }
  assert.equal(server.connections(), 0)
})

test('no spelling of any private IPv4 address passes, nor does one inside IPv6', () => {
  const privateAddress = fc
    .tuple(
      fc.constantFrom([10], [127], [0], [192, 168], [169, 254], [172, 16], [100, 64], [198, 18]),
      fc.array(fc.nat(255), {minLength: 3, maxLength: 3}),
    )
    .map(([start, rest]) => [...start, ...rest].slice(0, 4))
  const spelt = privateAddress.chain(bytes => {
    const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    const hex = number.toString(16).padStart(8, '0')
    const tail = `${hex.slice(0, 4)}:${hex.slice(4)}`
    const [a, b, c, d] = bytes as [number, number, number, number]
    return fc.constantFrom(
      bytes.join('.'),
      String(number),
      `0x${hex}`,
      `0${number.toString(8)}`,
      bytes.map(byte => `0x${byte.toString(16)}`).join('.'),
      bytes.map(byte => `0${byte.toString(8)}`).join('.'),
      `${a}.${(b * 256 + c) * 256 + d}`,
      `${a}.${b}.${c * 256 + d}`,
      `[::ffff:${tail}]`,
      `[::${tail}]`,
      `[64:ff9b::${tail}]`,
      `[2002:${tail}::1]`,
    )
  })
  fc.assert(
    fc.property(spelt, host => {
      assert.throws(() => refusePrivateLiteral(new URL(`http://${host}/`)), {
        code: 'source-address-private',
      })
    }),
    {numRuns: 500},
  )
})

test('a name is checked after it is looked up, and every one of its addresses', async () => {
  await using server = await listening((_, response) => response.end('a,b\r\n1,2\r\n'))
  await using world = await lookingWorld()
  const url = `http://data.example:${server.host.split(':')[1]}/x.csv`
  for (const addresses of [['127.0.0.1'], ['203.80.96.10', '127.0.0.1'], ['::1']]) {
    const {problem} = await look(datasetOf({url}), world, {resolve: resolving(addresses)})
    assert.equal(problem?.code, 'source-address-private', addresses.join())
    assert.equal(problem?.facts.host, 'data.example')
    assert.ok(!problem?.message.includes('127.0.0.1'), 'the address itself is not told')
  }
  assert.equal(server.connections(), 0)
})

test('a name that answers differently the second time does not help', async () => {
  const answers = [['203.80.96.10'], ['127.0.0.1']]
  const lookup = guardedLookup(resolving(...answers))
  const ask = () =>
    new Promise(done => lookup('data.example', {}, (error, found) => done(error ?? found)))
  assert.equal(await ask(), '203.80.96.10')
  assert.equal(((await ask()) as Problem).code, 'source-address-private')
})

test('the socket connects to the address that was checked, without another look-up', async () => {
  await using server = await listening((_, response) => response.end('a,b\r\n1,2\r\n'))
  await using world = await lookingWorld({site: {allowedHosts: ['files.intranet']}})
  const resolve = resolving(['127.0.0.1'], ['127.0.0.9'])
  const url = `http://files.intranet:${server.host.split(':')[1]}/x.csv`
  assert.equal((await look(datasetOf({url}), world, {resolve})).problem, null)
  assert.equal(resolve.asked, 1)
})

test('a redirect into the private network is refused, by number and by name', async () => {
  await using inside = await listening((_, response) => response.end('secret,1\r\n'))
  await using server = await listening((request, response) => {
    const port = inside.host.split(':')[1]
    const to = request.url === '/name' ? `inside.example:${port}` : inside.host
    response.writeHead(302, {location: `http://${to}/`}).end()
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  for (const path of ['/number', '/name']) {
    const dataset = datasetOf({url: server.origin + path})
    const {problem, snapshots} = await look(dataset, world, {resolve: resolving(['127.0.0.1'])})
    assert.equal(problem?.code, 'source-address-private')
    assert.deepEqual(snapshots, [])
  }
  assert.equal(inside.connections(), 0)
})

test('a site allows a private host by name, or by name and port', async () => {
  await using server = await listening((_, response) => response.end('a,b\r\n1,2\r\n'))
  const url = `http://files.intranet:${server.host.split(':')[1]}/x.csv`
  const port = server.host.split(':')[1]
  const cases = [
    [['files.intranet'], null],
    [[`FILES.intranet:${port}`], null],
    [['files.intranet:1'], 'source-address-private'],
    [['intranet'], 'source-address-private'],
  ] as const
  for (const [allowedHosts, expected] of cases) {
    await using world = await lookingWorld({site: {allowedHosts}})
    const {problem} = await look(datasetOf({url}), world, {resolve: resolving(['127.0.0.1'])})
    assert.equal(problem?.code ?? null, expected, allowedHosts.join())
  }
})

test('proxy variables do not lead around the guard', async () => {
  await using proxy = await listening((_, response) => response.end('a,b\r\n1,2\r\n'))
  await using server = await listening((_, response) => response.end('a,b\r\n3,4\r\n'))
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'] as const
  for (const name of names) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.origin
  try {
    assert.equal((await look(datasetOf({url: `${server.origin}/x.csv`}), world)).problem, null)
    const inside = datasetOf({url: 'http://10.0.0.1/x.csv'})
    assert.equal((await look(inside, world)).problem?.code, 'source-address-private')
  } finally {
    for (const name of names) delete process.env[name]
  }
  assert.equal(proxy.connections(), 0)
})
