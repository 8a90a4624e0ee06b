import assert from 'node:assert/strict'
import {test} from 'node:test'
import {searchOf} from '../../src/catalog/search.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Site} from '../../src/model/site.ts'
import type {Text} from '../../src/text/language.ts'
import {emptySite} from '../world.ts'

const datasets = [
  dataset('hk-itc-hoklas', 'D2', {
    'zh-Hant': '香港實驗所認可計劃 (HOKLAS) 獲認可實驗所名錄',
    'zh-Hans': '香港实验所认可计划 (HOKLAS) 获认可实验所名录',
    en: 'Directory of accredited laboratories under HOKLAS',
  }),
  dataset('hkstp-bikes', 'D21', {
    'zh-Hant': '香港科學園的共享單車位置',
    'zh-Hans': '香港科学园的共享单车位置',
    en: 'Positions of shared bikes in the Hong Kong Science Park',
  }),
  dataset('hkstp-air', 'D33', {
    'zh-Hant': '室內空氣質素PM2.5數據',
    'zh-Hans': '室内空气质素PM2.5数据',
    en: 'Indoor air quality',
  }),
  dataset('itvf-portfolio', 'D46', {
    'zh-Hant': '創科創投基金投資組合',
    'zh-Hans': '创科创投基金投资组合',
    en: 'Portfolio of the fund',
  }),
]

const site: Site = {
  ...emptySite,
  datasets,
  publishers: [
    {
      id: 'hkstp',
      name: {en: 'Science Parks Corporation', 'zh-Hant': '香港科技園公司'},
      shortName: {en: 'HKSTPC'},
    },
  ],
  glossary: [
    {
      id: 'itvf',
      code: 'ITVF',
      label: {'zh-Hant': '創科創投基金', en: 'Innovation and Technology Venture Fund'},
    },
  ],
}

function dataset(id: string, commitment: string, title: Text): Dataset {
  return {
    id,
    commitment,
    title,
    shortTitle: title,
    description: {en: 'Released as the plan says.'},
    origin: {},
    publisher: 'hkstp',
    theme: [],
    contactPoint: 'office',
    source: null,
    release: {kind: 'full', calendar: 'day', periodFrom: {from: 'delivery'}},
    dialect: {},
    tableSchema: {
      fields: [{name: 'Remarks', type: 'string', title: {en: 'Remarks', 'zh-Hant': '備註'}}],
    },
    picture: {kind: 'list'},
  }
}

const search = searchOf(site)
const found = (query: string) => search(query).map(({commitment}) => commitment)

test('a commitment is found by its code, before anything else', () => {
  assert.equal(found('D21')[0], 'D21')
  assert.equal(found('d21')[0], 'D21')
})

test('a code of the trade is found whatever its letter case', () => {
  assert.deepEqual(found('HOKLAS'), ['D2'])
  assert.deepEqual(found('hoklas'), ['D2'])
})

test('a Chinese word of two characters is found inside a title', () => {
  assert.deepEqual(found('單車'), ['D21'])
  assert.deepEqual(found('實驗所'), ['D2'])
})

test('簡 finds what is titled in 繁, and 繁 finds 簡', () => {
  assert.deepEqual(found('单车'), ['D21'])
  const simplified = searchOf({
    ...site,
    datasets: [dataset('only-hans', 'D9', {'zh-Hans': '获认可实验所名录'})],
  })
  assert.deepEqual(
    simplified('實驗所').map(({id}) => id),
    ['only-hans'],
  )
})

test('two characters that stand apart in a title are not a word of it', () => {
  assert.deepEqual(found('車園'), [])
})

test('English is found by the beginning of a word, and all words must be there', () => {
  assert.deepEqual(found('laborat'), ['D2'])
  assert.deepEqual(found('bikes hoklas'), [])
})

test('a code written into Chinese text is a word of its own', () => {
  assert.deepEqual(found('PM2.5'), ['D33'])
})

test('the glossary lends its other names', () => {
  assert.deepEqual(found('ITVF'), ['D46'])
  assert.deepEqual(found('venture fund'), ['D46'])
})

test('a publisher is found in either language, in the order of the site', () => {
  assert.deepEqual(found('科技園公司'), ['D2', 'D21', 'D33', 'D46'])
})

test('a column is found too', () => {
  assert.equal(found('備註').length, 4)
})

test('what is not there is not found', () => {
  assert.deepEqual(found('zzz'), [])
  assert.deepEqual(found('   '), [])
  assert.deepEqual(found('"\\(*'), [])
})
