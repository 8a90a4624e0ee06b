import type {ComponentChildren} from 'preact'
import {renderToString} from 'preact-render-to-string'
import type {Site} from '../../model/site.ts'
import {frame, languageNames} from '../../text/labels-frame.ts'
import type {Language} from '../../text/language.ts'
import {address, inOtherLanguage, outsideLink} from './address.ts'
import {MarkSprite} from './part/marks.tsx'
import {Say} from './part/text.tsx'
import {langTag, type Voice} from './voice.ts'

/** What every page is told: whose site, in which voice, at which address, as of when. */
export interface Setting {
  readonly site: Site
  readonly voice: Voice
  /** Path and query of this page, without host. */
  readonly url: string
  readonly asOf: string
  readonly assets: Assets
}

/** Addresses of our own style and scripts; each holds a hash of its content. */
export interface Assets {
  readonly style: string
  readonly icon: string
  readonly wall: string
}

/** A page before it is framed. */
export interface Page {
  readonly title: string
  /** The way here from home, this page not included. */
  readonly path?: readonly {readonly title: string; readonly href: string}[]
  readonly section?: 'promises' | 'datasets' | 'plan' | 'held' | 'method'
  /** Verdicts of a real department that rest on a stand-in are shown: said on top, kept from search engines. */
  readonly simulated?: boolean
  readonly scripts?: readonly string[]
  readonly content: ComponentChildren
}

/** A whole HTML document. */
export function framed(page: Page, setting: Setting): string {
  return `<!doctype html>${renderToString(<Document page={page} setting={setting} />)}`
}

function Document({page, setting}: {page: Page; setting: Setting}) {
  const {site, voice, url, assets} = setting
  const siteTitle = voice.plain(site.title)
  return (
    <html lang={langTag[voice.language]}>
      <head>
        <meta charset="utf-8" />
        <title>{page.title === siteTitle ? siteTitle : `${page.title} · ${siteTitle}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {page.simulated && <meta name="robots" content="noindex" />}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.style} />
        {site.languages.map(language => (
          <link
            key={language}
            rel="alternate"
            hreflang={langTag[language]}
            href={inOtherLanguage(url, language)}
          />
        ))}
        {page.scripts?.map(script => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {voice.say(frame.skip)}
        </a>
        <MarkSprite />
        <Header page={page} setting={setting} />
        <main id="content" tabIndex={-1}>
          <Path page={page} voice={voice} />
          {page.simulated && (
            <p class="banner" role="note">
              {voice.say(frame.simulatedBanner)}
            </p>
          )}
          {page.content}
        </main>
        <Footer setting={setting} />
      </body>
    </html>
  )
}

function Header({page, setting: {site, voice, url}}: {page: Page; setting: Setting}) {
  const {language} = voice
  const ways = [
    ['promises', address.home(language), frame.promises],
    ['datasets', address.datasets(language), frame.datasets],
    ['plan', address.plan(language), frame.plan],
    ['held', address.held(language), frame.held],
    ['method', address.method(language), frame.method],
  ] as const
  return (
    <header class="top">
      <a class="brand" href={address.home(language)}>
        <Seal />
        <span class="brand-name">
          <Say text={site.title} voice={voice} />
        </span>
      </a>
      <nav aria-label={voice.say(frame.site)}>
        <ul class="ways">
          {ways.map(([section, href, wording]) => (
            <li key={section}>
              <a href={href} aria-current={page.section === section ? 'page' : undefined}>
                {voice.say(wording)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="tongues" aria-label={voice.say(frame.language)}>
        <ul>
          {site.languages.map(other => (
            <li key={other}>
              <Tongue other={other} here={language} url={url} />
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Tongue({other, here, url}: {other: Language; here: Language; url: string}) {
  return (
    <a
      href={inOtherLanguage(url, other)}
      lang={langTag[other]}
      hreflang={langTag[other]}
      aria-current={other === here ? 'true' : undefined}
    >
      {languageNames[other]}
    </a>
  )
}

/** A seal on a promise: our mark. */
function Seal() {
  return (
    <svg class="seal" viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1.5" y="1.5" width="29" height="29" rx="5" />
      <path d="M9 7v18M21.5 7 10 17.5M14.5 14 23 25" />
    </svg>
  )
}

function Path({page, voice}: {page: Page; voice: Voice}) {
  if (!page.path || page.path.length === 0) return null
  return (
    <nav class="path" aria-label={voice.say(frame.path)}>
      <ol>
        {page.path.map(({title, href}) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Footer({setting: {site, voice, asOf}}: {setting: Setting}) {
  const licence = outsideLink(site.licence.url)
  return (
    <footer class="bottom">
      <p>{voice.say(frame.kept)}</p>
      <p>
        {voice.say(frame.asOf, {at: voice.moment(asOf)})}
        {' · '}
        {licence ? (
          <a href={licence} rel="noreferrer">
            {voice.say(frame.licence)}
            {voice.say(frame.colon)}
            <Say text={site.licence.title} voice={voice} />
          </a>
        ) : (
          <Say text={site.licence.title} voice={voice} />
        )}
        {' · '}
        <a href="/openapi.json">{voice.say(frame.programming)}</a>
      </p>
    </footer>
  )
}
