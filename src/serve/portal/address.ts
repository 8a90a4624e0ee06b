import {type Language, languages} from '../../text/language.ts'

/** Where our pages are. Every link of the portal is made here, so that every id is encoded. */
export const address = {
  home: (language: Language) => `/${language}/`,
  datasets: (language: Language, query: {readonly [name: string]: string} = {}) =>
    `/${language}/datasets${queryString(query)}`,
  dataset: (language: Language, id: string) => `/${language}/datasets/${encodeURIComponent(id)}`,
  compare: (language: Language, id: string, from: string, to: string) =>
    `/${language}/datasets/${encodeURIComponent(id)}/compare${queryString({from, to})}`,
  publisher: (language: Language, id: string) =>
    `/${language}/publishers/${encodeURIComponent(id)}`,
  plan: (language: Language, commitment?: string) =>
    `/${language}/plan${commitment === undefined ? '' : `#${encodeURIComponent(commitment)}`}`,
  obligation: (language: Language, id: string) =>
    // A colon may stand in a path as it is, and keeps "D5:2022-12" readable.
    `/${language}/obligations/${encodeURIComponent(id).replaceAll('%3A', ':')}`,
  held: (language: Language) => `/${language}/held`,
  method: (language: Language) => `/${language}/method`,
  /** A file of the newest version. */
  latestFile: (id: string, format: string) =>
    `/datasets/${encodeURIComponent(id)}/latest.${encodeURIComponent(format)}`,
  versionFile: (id: string, version: string, format: string) =>
    `/datasets/${encodeURIComponent(id)}/versions/${encodeURIComponent(version)}/data.${encodeURIComponent(format)}`,
} as const

function queryString(query: {readonly [name: string]: string}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

/** The same page in another language: our paths begin with their language. */
export function inOtherLanguage(url: string, language: Language): string {
  const own = languages.find(one => new RegExp(`^/${one}(?=[/?#]|$)`).test(url))
  return own ? `/${language}${url.slice(own.length + 1)}` : address.home(language)
}

/** A link that a site or a source wrote, if it leads to the web; null for anything else. */
export function outsideLink(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const {protocol} = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? url : null
}

/**
 * The site's language that a browser asks for (RFC 9110 §12.5.4), else the site's default.
 * zh-HK, zh-TW and zh-MO read 繁; any other Chinese 简.
 */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  offered: readonly Language[],
): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1000) // a header is from outside: enough for any browser, no more
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameters.join(';'))
      return {tag: tag.trim().toLowerCase(), quality: quality ? Number(quality[1]) : 1}
    })
    .filter(({quality}) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const {tag} of wanted) {
    const language = languageOf(tag)
    if (language && offered.includes(language)) return language
  }
  return offered[0] ?? languages[0]
}

function languageOf(tag: string): Language | null {
  if (tag === 'en' || tag.startsWith('en-')) return 'en'
  if (!/^zh(-|$)/.test(tag)) return null
  if (/-hant\b|-(hk|tw|mo)\b/.test(tag) && !/-hans\b/.test(tag)) return 'zh-Hant'
  return 'zh-Hans'
}
