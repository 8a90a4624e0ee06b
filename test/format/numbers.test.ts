import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {excelNumber, jsonNumber, plainDecimal} from '../../src/format/numbers.ts'

test('a number has one way to be written', () => {
  for (const [text, plain] of [
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+007', '7'],
    ['1.10', '1.1'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['-1.25E-3', '-0.00125'],
    ['12345678901234567890.120', '12345678901234567890.12'],
    ['0e9999', null],
    ['1e99999', null],
    ['', null],
    ['.', null],
    ['-', null],
    ['1,000', null],
    ['NaN', null],
    ['0x10', null],
    ['١', null],
  ] as const)
    assert.equal(plainDecimal(text), plain, text)
})

test('what is written plainly means the same, and is not changed again', () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), number => {
      const plain = plainDecimal(String(number))!
      assert.equal(Number(plain), number === 0 ? 0 : number)
      assert.equal(plainDecimal(plain), plain)
      assert.match(plain, /^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/)
    }),
  )
})

test('a very long run of zeros takes no time', () => {
  assert.equal(plainDecimal(`1.${'0'.repeat(1_000_000)}1`)!.length, 1_000_003)
  assert.equal(plainDecimal(`1.${'0'.repeat(1_000_000)}`), '1')
})

test('JSON keeps the digits of a number that is a JSON number', () => {
  for (const [text, json] of [
    ['1.10', '1.10'],
    ['1E5', '1E5'],
    ['-0', '-0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['INF', null],
  ] as const)
    assert.equal(jsonNumber(text), json, text)
})

test('a workbook gets a number only where it keeps every digit', () => {
  for (const [text, number] of [
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123450', 1_234_567_890_123_450],
    ['1234567890123456', null],
    ['0.1', 0.1],
    ['0.30000000000000004', null],
    ['1e300', 1e300],
    ['1e-305', null],
    ['x', null],
  ] as const)
    assert.equal(excelNumber(text), number, text)
})
