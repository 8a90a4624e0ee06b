import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {crossed, failed, type OpenPortal, openPortal, published, rejected} from './open-portal.ts'

// Readers' journeys in Chromium. It asks nothing of anybody but the portal: that is one of the claims.
const chromiumArguments = [
  '--no-sandbox', // we may be root in a container
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let portal: OpenPortal
let browser: Browser
before(async () => {
  portal = await openPortal()
  browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: chromiumArguments})
})
after(async () => {
  await browser.close()
  await portal[Symbol.asyncDispose]()
})

interface Visit extends AsyncDisposable {
  readonly page: Page
  /** Console errors, page errors, and requests to other hosts. */
  readonly complaints: string[]
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (!request.url().startsWith(portal.url)) complaints.push(`asked ${request.url()}`)
  })
  await page.goto(portal.url + path)
  return {
    page,
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close()
    },
  }
}

const pages = [
  '/',
  '/datasets',
  `/datasets/${published}`,
  `/datasets/${crossed}`,
  `/datasets/${rejected}`,
  `/datasets/${failed}`,
  '/publishers/hkstp',
  '/plan',
  '/obligations/D34:2026-11',
  '/held',
  '/method',
]
const languages = ['zh-Hant', 'zh-Hans', 'en']

for (const width of [1280, 360]) {
  test(`no page ${width} wide complains, asks another host, runs a stranger’s script or scrolls sideways`, async () => {
    await using seen = await visit('/en/', {viewport: {width, height: 800}})
    for (const path of languages.flatMap(language => pages.map(page => `/${language}${page}`))) {
      await seen.page.goto(portal.url + path)
      assert.deepEqual(seen.complaints, [], path)
      const {hacked, beyond} = await seen.page.evaluate(() => ({
        hacked: 'hacked' in window,
        beyond: document.documentElement.scrollWidth - window.innerWidth,
      }))
      assert.equal(hacked, false, path)
      assert.ok(beyond <= 0, `${path} is ${beyond} px too wide`)
    }
  })
}

test('the wall is one stop of the keyboard, and arrow keys walk its marks', async () => {
  await using seen = await visit('/en/')
  const {page} = seen
  const stops = page.locator('[data-wall] a[tabindex="0"]')
  assert.equal(await stops.count(), 1)
  await stops.focus()
  const where = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
  const first = await where()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const down = await where()
  assert.notEqual(down, first)
  await page.keyboard.press('End')
  assert.match((await where())!, /^\/en\/obligations\//)
  const said = await page.locator('[data-wall-says]').textContent()
  assert.equal(said, await page.evaluate(() => (document.activeElement as HTMLElement).title))
  assert.equal(await stops.count(), 1)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Home')
  assert.equal(await where(), down)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-wall]')), null)
  await page.keyboard.press('Shift+Tab')
  assert.equal(await where(), down)
})

test('Enter on a mark opens its evidence, and the way back stands on that page', async () => {
  await using seen = await visit('/en/')
  const {page} = seen
  const mark = page.locator('[data-wall] td a').last()
  const title = await mark.getAttribute('title')
  await mark.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/en\/obligations\//)
  assert.ok((await page.locator('h1').textContent())!.startsWith(title!.split(',')[0]!))
  await page.locator('nav.path a').first().click()
  await page.waitForURL(`${portal.url}/en/`)
})

test('the mark that has the focus is not hidden under the names or the heading', async () => {
  await using seen = await visit('/en/')
  const {page} = seen
  await page.locator('[data-wall] td a').first().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const covered = await page.evaluate(() => {
    const link = document.activeElement!
    const {left, top, width, height} = link.getBoundingClientRect()
    const above = document.elementFromPoint(left + width / 2, top + height / 2)
    return !link.contains(above)
  })
  assert.equal(covered, false)
})

test('without scripts every mark is still a link to its evidence', async () => {
  await using seen = await visit('/zh-Hant/', {javaScriptEnabled: false})
  const marks = seen.page.locator('[data-wall] td a')
  assert.ok((await marks.count()) > 400)
  assert.equal(await seen.page.locator('[data-wall] a[tabindex]').count(), 0)
  await marks.last().click()
  await seen.page.waitForURL(/\/zh-Hant\/obligations\//)
})

test('the switch of language keeps the page and what was asked of it', async () => {
  await using seen = await visit('/en/datasets?publisher=hkstp&q=science')
  const {page} = seen
  await page.locator('.tongues a[lang="zh-Hant-HK"]').click()
  await page.waitForURL(`${portal.url}/zh-Hant/datasets?publisher=hkstp&q=science`)
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant-HK')
  assert.equal(await page.locator('input[name="q"]').inputValue(), 'science')
  assert.equal(await page.locator('select[name="publisher"]').inputValue(), 'hkstp')
})

test('a reader narrows the list, reads how many are left, and clears it', async () => {
  await using seen = await visit('/en/datasets', {javaScriptEnabled: false})
  const {page} = seen
  await page.locator('select[name="cadence"]').selectOption('realtime')
  await page.locator('.filter button').click()
  assert.equal(await page.locator('.count').textContent(), '8 of 55 datasets')
  assert.equal(await page.locator('.entries > li').count(), 8)
  await page.locator('.filter-do a').click()
  assert.equal(await page.locator('.entries > li').count(), 55)
})

test('the first stop leads past the heading to the content', async () => {
  await using seen = await visit('/en/plan')
  await seen.page.keyboard.press('Tab')
  await seen.page.keyboard.press('Enter')
  assert.equal(await seen.page.evaluate(() => document.activeElement?.id), 'content')
})

test('headings are in order, images have words, fields have labels, links have names', async () => {
  await using seen = await visit('/en/')
  for (const path of pages) {
    await seen.page.goto(`${portal.url}/en${path}`)
    const faults = await seen.page.evaluate(() => {
      const found: string[] = []
      let before = 0
      for (const heading of document.querySelectorAll('h1,h2,h3,h4')) {
        const level = Number(heading.tagName[1])
        if (level > before + 1) found.push(`h${before} then h${level}: ${heading.textContent}`)
        before = level
      }
      for (const image of document.querySelectorAll('svg:not([aria-hidden])')) {
        if (!image.getAttribute('aria-label')) found.push('a picture without words')
      }
      for (const input of document.querySelectorAll('input,select')) {
        if (!input.closest('label')) found.push(`${input.getAttribute('name')} without a label`)
      }
      for (const link of document.querySelectorAll('a')) {
        if (!link.textContent?.trim() && !link.title)
          found.push(`a link without a name: ${link.href}`)
      }
      const ids = [...document.querySelectorAll('[id]')].map(({id}) => id)
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`two of ${id}`)
      return found
    })
    assert.deepEqual(faults, [], path)
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`text stands out from its ground by 4.5 to 1 at least, in the ${colorScheme}`, async () => {
    await using seen = await visit('/zh-Hant/', {colorScheme})
    for (const path of [
      '/',
      `/datasets/${published}`,
      '/datasets',
      '/held',
      '/obligations/D34:2026-11',
    ]) {
      await seen.page.goto(`${portal.url}/zh-Hant${path}`)
      assert.deepEqual(await seen.page.evaluate(faintTexts), [], path)
    }
  })
}

/** In the page: every text whose colour is too near to the colour it stands on (WCAG 1.4.3). */
function faintTexts(): string[] {
  const painter = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!
  const paint = (colours: string[]): [number, number, number] => {
    for (const colour of colours) {
      painter.fillStyle = colour
      painter.fillRect(0, 0, 1, 1)
    }
    const [r, g, b] = painter.getImageData(0, 0, 1, 1).data
    return [r!, g!, b!]
  }
  const luminance = (rgb: readonly number[]) => {
    const [r, g, b] = rgb.map(part => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const grounds = (element: Element | null): string[] =>
    element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : []
  const found = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!
    if (!node.textContent?.trim() || element.closest('svg, .vh, option, title')) continue
    const ground = luminance(paint(grounds(element)))
    const text = luminance(paint([...grounds(element), getComputedStyle(element).color]))
    const ratio = (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05)
    if (ratio < 4.5) found.add(`${ratio.toFixed(2)} ${element.className || element.tagName}`)
  }
  return [...found]
}

test('a page weighs under 100 KB without its data, with all that it asks for', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  let weight = 0
  page.on('response', async response => {
    weight += (await response.body()).byteLength
  })
  await page.goto(`${portal.url}/zh-Hant/method`, {waitUntil: 'networkidle'})
  assert.ok(weight > 0 && weight < 100_000, `${weight} bytes`)
  await context.close()
})
