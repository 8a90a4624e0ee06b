import {Problem} from '../text/problem.ts'
import type {Limits} from './limits.ts'

interface Where {
  readonly limits: Limits
  readonly signal: AbortSignal
}

/** What kept an answer from beginning, as a Problem; what is no failure of the network stays as it is. */
export function headFailure(error: unknown, {url, limits, signal}: Where & {url: URL}): unknown {
  if (error instanceof Problem) return error
  const {host, href} = url
  if (signal.aborted) return tooSlow(href, 'total', limits.totalSeconds, error)
  const code = codeOf(error)
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return tooSlow(href, 'first-byte', limits.firstByteSeconds, error)
  if (code === 'ENOTFOUND') return new Problem('source-host-unknown', {host}, error)
  // Our own side: no route out, or a name server that does not answer.
  if (code === 'ENETUNREACH' || code === 'EAI_AGAIN' || code === 'ENETDOWN')
    return new Problem('source-no-network', {host}, error)
  if (isCertificate(code)) return new Problem('source-certificate', {host, why: code}, error)
  if (isGarbled(code)) return new Problem('source-garbled', {url: href, why: code}, error)
  if (code === '') return error
  return new Problem('source-unreachable', {host, seconds: limits.connectSeconds}, error)
}

/** What broke an answer off, as a Problem. */
export function bodyFailure(
  error: unknown,
  {url, limits, signal, received}: Where & {url: string; received: number},
): unknown {
  if (error instanceof Problem) return error
  if (signal.aborted) return tooSlow(url, 'total', limits.totalSeconds, error)
  const code = codeOf(error)
  if (code === 'UND_ERR_BODY_TIMEOUT') return tooSlow(url, 'idle', limits.idleSeconds, error)
  // Z_BUF_ERROR: a compressed body that ends before its end.
  if (code === 'Z_BUF_ERROR' || isCutOff(code))
    return new Problem('source-truncated', {url, received}, error)
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_') || isGarbled(code))
    return new Problem('source-garbled', {url, why: code}, error)
  if (code === '') return error
  return new Problem('source-truncated', {url, received}, error)
}

function tooSlow(url: string, phase: string, seconds: number, error: unknown): Problem {
  return new Problem('source-too-slow', {url, phase, seconds}, error)
}

/** The code of an error, or of the first of several (one an address) that it stands for. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  // undici's parser does not always say which of its rules was broken.
  if (error.name === 'HTTPParserError') return 'HPE_INVALID'
  return error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error.cause)
}

function isCutOff(code: string): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'].includes(
    code,
  )
}

function isGarbled(code: string): boolean {
  return code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW'
}

function isCertificate(code: string): boolean {
  return (
    code.startsWith('CERT_') ||
    code.startsWith('ERR_TLS_') ||
    code.startsWith('ERR_SSL_') ||
    /_CERT(?:_|$)|SIGNATURE|_ISSUER_/.test(code)
  )
}
