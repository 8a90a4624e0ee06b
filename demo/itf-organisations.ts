import {sampleCompany, sampleUniversity, seeded} from './encode.ts'
import {millions} from './itf-projects.ts'
import type {Rows} from './itf-tables.ts'

const laboratory = '國家重點實驗室'
const branch = '國家工程技術研究中心香港分中心'

/** D46: what each laboratory and branch received in a financial year, none above HK$20 million. */
export function laboratoryFunding(financialYear: string): Rows {
  const kinds = [...Array<string>(16).fill(laboratory), ...Array<string>(6).fill(branch)]
  return [
    ['類別', '實驗室／分中心名稱', '所屬院校', '資助金額（百萬港元）'],
    ...kinds.map((kind, index) => {
      // Named after invented companies: the fields of real laboratories would be their names.
      const name = sampleCompany(index + 40)['zh-Hant'].replace('有限公司', kind)
      const university = sampleUniversity(index % 6)['zh-Hant']
      const thousands = seeded(`${financialYear} ${index}`).between(6_000, 22_000)
      return [kind, name, university, millions(Math.min(thousands, 20_000))]
    }),
  ]
}

const investmentFields = [
  '健康科技',
  '金融科技',
  '人工智能',
  '先進製造',
  '智慧城市',
  '教育科技',
] as const

/** D47: start-ups invested in up to a day. */
export function venturePortfolio(asAt: string): Rows {
  const companies = Array.from({length: 30}, (_, index) => {
    const chance = seeded(`portfolio ${index}`)
    const month = (index * 3) % 12
    const date = `${2019 + Math.floor(index / 4)}-${String(month + 1).padStart(2, '0')}-${String(chance.between(1, 28)).padStart(2, '0')}`
    const name = sampleCompany(index * 5 + 2)
    const partner = `樣本創投${'甲乙丙丁戊己庚辛'[chance.between(0, 7)]}基金`
    return {date, name, partner, field: chance.pick(investmentFields)}
  })
  return [
    ['初創企業名稱', 'Name of Start-up', '共同投資夥伴', '業務範疇', '投資日期'],
    ...companies
      .filter(({date}) => date <= asAt)
      .map(({date, name, partner, field}) => [name['zh-Hant'], name.en, partner, field, date]),
  ]
}

const institutions = [
  {index: 0, from: '2018-11-30', until: null},
  {index: 1, from: '2019-03-15', until: null},
  {index: 2, from: '2019-09-02', until: '2024-06-30'},
  {index: 3, from: '2021-01-04', until: null},
  {index: 4, from: '2023-05-22', until: null},
  {index: 5, from: '2025-02-10', until: null},
] as const

/** D1: institutions designated at a day. */
export function designatedInstitutions(asAt: string): readonly object[] {
  return institutions
    .filter(({from, until}) => from <= asAt && (until === null || until > asAt))
    .map(({index, from}) => {
      const name = sampleUniversity(index)
      return {
        nameEn: name.en,
        nameTc: name['zh-Hant'],
        nameSc: name['zh-Hans'],
        designationDate: from,
        legalBasis: 'Cap. 112, Schedule 45, s. 19(1)',
      }
    })
}
