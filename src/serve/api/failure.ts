import type {FastifyError, FastifyReply, FastifyRequest} from 'fastify'
import type {Reader} from '../../store/world.ts'
import {fill, type Language, type Wording} from '../../text/language.ts'
import {Problem} from '../../text/problem.ts'
import {type ProblemCode, problems} from '../../text/problems.ts'
import {preferredLanguage} from '../portal/address.ts'
import {parameterProblem, shown} from './parameters.ts'

/** RFC 9457, as it is sent. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: ProblemCode
  readonly parameter?: string
  readonly facts: Problem['facts']
}

/** The language of this reader: `?lang=` where it names one of the site's, else Accept-Language. */
export function languageOf(request: FastifyRequest, {site}: Pick<Reader, 'site'>): Language {
  const asked = (request.query as {lang?: unknown} | undefined)?.lang
  const found = site.languages.find(language => language === asked)
  return found ?? preferredLanguage(request.headers['accept-language'], site.languages)
}

/** What went wrong, as a Problem: the validator's complaint in our words, our own mistakes hidden. */
export function problemOf(error: FastifyError | Problem | Error, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  const {validation, statusCode, code} = error as FastifyError
  const first = validation?.[0]
  if (first) return parameterProblem(first, request)
  // Its body was refused before anybody saw that the method is none of ours.
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Problem('method-not-offered', {
      method: request.method,
      path: shown(request.url.split('?')[0]),
    })
  if (code === 'FST_ERR_BAD_URL' || (statusCode && statusCode >= 400 && statusCode < 500))
    return new Problem('address-malformed', {}, error)
  return new Problem('our-mistake', {reference: String(request.id)}, error)
}

/** Answers with a problem in the reader's language. */
export function sendProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  reader: Pick<Reader, 'site'>,
): FastifyReply {
  const language = languageOf(request, reader)
  const {status, code, facts} = problem
  const details: ProblemDetails = {
    type: `/kept/v1/problem-types/${code}`,
    title: titleOf(status, language),
    status,
    detail: problem.in(language),
    instance: request.url.slice(0, 500),
    code,
    ...(code.startsWith('parameter-') ? {parameter: String(facts.name)} : {}),
    facts,
  }
  if (status === 503) reply.header('retry-after', '5')
  if (status === 405) reply.header('allow', 'GET, HEAD')
  // A reader's cache must not keep what an operator may mend in a minute.
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(details)
}

/** One short title for every kind of problem of a status: it does not change from case to case. */
export function titleOf(status: number, language: Language): string {
  return fill((titles[status] ?? titles[Math.floor(status / 100) * 100] ?? titles[500]!)[language])
}

/** The wording of a code in every language, for the page that describes it. */
export function problemType(code: ProblemCode): {
  code: ProblemCode
  status: number
  detail: Wording
} {
  const {status, ...detail} = problems[code]
  return {code, status, detail}
}

const titles: {readonly [status: number]: Wording} = {
  400: {
    en: 'The request cannot be understood',
    'zh-Hant': '無法理解此要求',
    'zh-Hans': '无法理解此要求',
  },
  404: {en: 'Not found', 'zh-Hant': '找不到', 'zh-Hans': '找不到'},
  405: {
    en: 'This method is not offered',
    'zh-Hant': '不提供此方法',
    'zh-Hans': '不提供此方法',
  },
  409: {
    en: 'In conflict with what is there',
    'zh-Hant': '與現有內容有衝突',
    'zh-Hans': '与现有内容有冲突',
  },
  410: {en: 'Withdrawn', 'zh-Hant': '已撤回', 'zh-Hans': '已撤回'},
  416: {
    en: 'The range lies outside the file',
    'zh-Hant': '範圍超出檔案',
    'zh-Hans': '范围超出档案',
  },
  422: {
    en: 'The content cannot be processed',
    'zh-Hant': '無法處理內容',
    'zh-Hans': '无法处理内容',
  },
  500: {en: 'Our own mistake', 'zh-Hant': '系統錯誤', 'zh-Hans': '系统错误'},
  502: {
    en: 'Another server failed us',
    'zh-Hant': '上游伺服器出錯',
    'zh-Hans': '上游服务器出错',
  },
  503: {en: 'Not available now', 'zh-Hant': '暫時未能提供', 'zh-Hans': '暂时未能提供'},
  504: {en: 'It took too long', 'zh-Hant': '處理逾時', 'zh-Hans': '处理超时'},
}
