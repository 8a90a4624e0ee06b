import type {FastifyRequest, FastifySchemaValidationError} from 'fastify'
import {addDays, endOfDay, type Instant, type LocalDate} from '../../model/time.ts'
import type {Reader} from '../../store/world.ts'
import {nearest} from '../../text/nearest.ts'
import {Problem} from '../../text/problem.ts'

/** A value of a stranger's is repeated to them, but not at any length. */
const shownMax = 60

/** The validator's complaint about a parameter, as a problem that says what to write instead. */
export function parameterProblem(
  {instancePath, keyword, params}: FastifySchemaValidationError,
  request: FastifyRequest,
): Problem {
  if (keyword === 'additionalProperties') return unknownParameter(params, request)
  const name = instancePath.slice(1).split('/')[0] || String(params.missingProperty ?? '')
  const sent = sentAs(name, request)
  if (keyword === 'required') return new Problem('parameter-missing', {name, example: '…'})
  if (Array.isArray(sent)) return new Problem('parameter-repeated', {name})
  const value = shown(sent)
  if (keyword === 'maxLength')
    return new Problem('parameter-too-long', {name, maximum: Number(params.limit)})
  const {type, minimum, maximum} = declared(name, request)
  if (type === 'integer')
    return new Problem('parameter-not-whole-number', {
      name,
      value,
      minimum: Number(minimum),
      maximum: Number(maximum),
    })
  if (keyword === 'enum')
    return new Problem('parameter-not-listed', {
      name,
      value,
      allowed: (params.allowedValues as readonly string[]).join(', '),
    })
  return new Problem('parameter-wrong', {name, value})
}

function unknownParameter(
  params: FastifySchemaValidationError['params'],
  request: FastifyRequest,
): Problem {
  const name = shown(params.additionalProperty)
  const names = Object.keys(properties(request))
  if (names.length === 0) return new Problem('parameter-unknown', {name, known: '–'})
  const known = names.join(', ')
  const meant = nearest(name, names)
  return meant
    ? new Problem('parameter-misspelt', {name, meant, known})
    : new Problem('parameter-unknown', {name, known})
}

interface Declared {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
}

function properties(request: FastifyRequest): {readonly [name: string]: Declared} {
  const schema = request.routeOptions.schema?.querystring as
    | {properties?: {readonly [name: string]: Declared}}
    | undefined
  return schema?.properties ?? {}
}

function declared(name: string, request: FastifyRequest): Declared {
  return properties(request)[name] ?? {}
}

function sentAs(name: string, request: FastifyRequest): unknown {
  const query = request.query as {readonly [name: string]: unknown}
  const params = request.params as {readonly [name: string]: unknown}
  return query[name] ?? params[name]
}

/** A stranger's value as it may be repeated: one line, short. */
export function shown(value: unknown): string {
  const plain = String(value ?? '').replace(/\p{Cc}/gu, ' ')
  return plain.length > shownMax ? `${plain.slice(0, shownMax)}…` : plain
}

/** @throws Problem parameter-not-a-date: not written so, or not a day of the calendar */
export function dateOf(name: string, value: string): LocalDate {
  if (isDate(value)) return value
  throw new Problem('parameter-not-a-date', {name, value: shown(value)})
}

const moment = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/**
 * A moment, or the end of a day in the site's zone; now, where nothing was asked.
 * @param name what the parameter is called where the reader meets it
 * @throws Problem parameter-not-an-instant
 */
export function asOfInstant(
  value: string | undefined,
  {now, site}: Pick<Reader, 'now' | 'site'>,
  name = 'asOf',
): Instant {
  if (value === undefined) return now()
  if (isDate(value)) return endOfDay(value, site.timeZone)
  // A plus that nobody encoded arrives as a space, and can mean nothing else here.
  const written = value.replace(' ', '+')
  const day = moment.exec(written)?.[1]
  if (day && isDate(day) && Number.isFinite(Date.parse(written)))
    return new Date(written).toISOString()
  throw new Problem('parameter-not-an-instant', {name, value: shown(value)})
}

/**
 * Whether it is a day of the calendar: 2024-02-30 is none. Years outside 1900–2099 are refused: every
 * window up to the last day asked for is judged, and a thousand years of them would hold up everybody.
 */
function isDate(value: string): boolean {
  return (
    /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) && addDays(value, 0) === value
  )
}
