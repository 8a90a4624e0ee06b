import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve} from 'node:path'
import type {Dataset} from '../model/dataset.ts'
import type {ContactPoint, Publisher, Theme} from '../model/site.ts'
import {Problem} from '../text/problem.ts'
import {optionOf} from './option.ts'
import type {Command} from './shape.ts'

/** kept new SITE */
export const newSite: Command = {
  name: 'new',
  summary: 'Makes a small site of your own that starts, to be filled in.',
  operands: 'SITE',
  details: [
    'SITE is a folder that is to be made. It gets one publisher, one theme, and one dataset that is read from a file beside it; put your own in their place and start it with kept serve --site SITE --data DATA.',
    'A site is data alone; docs/ says what each file may hold, and whatever is wrong in one is named with file and property when the site is opened.',
  ],
  options: {
    'time-zone': {
      value: 'ZONE',
      help: 'The zone that its days and due dates are meant in, as Europe/Vienna. Default: Etc/UTC.',
    },
  },
  run: {
    needs: 'nothing',
    async do(asked) {
      const folder = resolve(asked.operands[0] ?? '')
      const timeZone = zoneOf(optionOf(asked, 'time-zone') ?? 'Etc/UTC')
      await mustBeEmpty(folder)
      const files = filesOf(basename(folder), timeZone)
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), {recursive: true})
        // wx: never over a file that somebody put there meanwhile
        await writeFile(join(folder, name), content, {flag: 'wx'})
      }
      const shown = relative('', folder) || '.'
      return {
        text: `${shown} is made. Start it with: kept serve --site ${shown} --data ${shown}-data`,
        value: {folder, files: Object.keys(files)},
      }
    },
  },
}

function zoneOf(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: value}).resolvedOptions().timeZone
  } catch (error) {
    const allowed = 'a zone of the IANA database, as Europe/Vienna'
    throw new Problem('parameter-not-listed', {name: '--time-zone', value, allowed}, error)
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  try {
    if ((await readdir(folder)).length > 0) throw new Problem('folder-not-empty', {folder})
  } catch (error) {
    if (error instanceof Problem) throw error
    const {code = 'unknown'} = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') throw new Problem('folder-not-empty', {folder}, error)
    if (code !== 'ENOENT') throw new Problem('file-not-readable', {file: folder, code}, error)
  }
}

/** Every file of a minimal site. */
function filesOf(name: string, timeZone: string): {readonly [file: string]: string} {
  // Ids stand in addresses, so they hold nothing that would need escaping.
  const id =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'site'
  return {
    'site.json': json({
      id,
      title: {en: `Open data of ${name}`},
      description: {en: 'A new site, to be filled in.'},
      languages: ['en'],
      timeZone,
      plan: null,
      licence: {
        title: {en: 'Creative Commons Attribution 4.0'},
        url: 'https://creativecommons.org/licenses/by/4.0/',
      },
      variables: {},
      allowedHosts: [],
      standIn: null,
      polling: {daily: '0 6 * * *'},
    }),
    'publishers.json': json([publisher]),
    'contact-points.json': json([contactPoint]),
    'themes.json': json([theme]),
    [`datasets/${dataset.id}.json`]: json(dataset),
    'files/opening-hours.csv': [
      'Office,Day,Opens,Closes',
      'Town hall,Monday,08:00,18:00',
      'Town hall,Tuesday,08:00,16:00',
      'Library,Saturday,10:00,14:00',
      '',
    ].join('\r\n'),
  }
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const publisher: Publisher = {
  id: 'office',
  name: {en: 'Our office'},
  shortName: {en: 'Office'},
}

const contactPoint: ContactPoint = {id: 'desk', name: {en: 'Open data desk'}}

const theme: Theme = {id: 'services', title: {en: 'Services'}}

const dataset: Dataset = {
  id: 'opening-hours',
  commitment: 'A1',
  title: {en: 'Opening hours'},
  shortTitle: {en: 'Opening hours'},
  description: {en: 'When each office is open. A sample: put your own data in its place.'},
  origin: {},
  publisher: publisher.id,
  theme: [theme.id],
  contactPoint: contactPoint.id,
  source: {connector: 'folder', format: 'csv', url: 'files/opening-hours.csv', sample: true},
  release: {kind: 'full', calendar: 'day', periodFrom: {from: 'delivery'}},
  dialect: {},
  tableSchema: {
    fields: [
      {name: 'Office', type: 'string', title: {en: 'Office'}, constraints: {required: true}},
      {name: 'Day', type: 'string', title: {en: 'Day'}, constraints: {required: true}},
      {name: 'Opens', type: 'time', format: '%H:%M', title: {en: 'Opens'}},
      {name: 'Closes', type: 'time', format: '%H:%M', title: {en: 'Closes'}},
    ],
    primaryKey: ['Office', 'Day'],
  },
  picture: {kind: 'list'},
}
