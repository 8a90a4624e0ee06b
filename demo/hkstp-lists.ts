import {sampleAddress, sampleCompany, seeded} from './encode.ts'

/** Companies in the directory; D24's newest figure is this one. */
export const companiesInPark = 118

type Words = readonly [en: string, hant: string, hans: string]

const clusters: readonly Words[] = [
  ['Biomedical Technology', '生物醫藥科技', '生物医药科技'],
  ['Electronics', '電子', '电子'],
  ['Green Technology', '綠色科技', '绿色科技'],
  ['Information and Communications Technology', '資訊及通訊科技', '资讯及通讯科技'],
  ['Material and Precision Engineering', '物料與精密工程', '物料与精密工程'],
]

const products: readonly Words[] = [
  ['wearable sensors', '穿戴式感應器', '穿戴式感应器'],
  ['inspection robots', '檢查機械人', '检查机械人'],
  ['a diagnostic kit', '診斷試劑', '诊断试剂'],
  ['a battery management system', '電池管理系統', '电池管理系统'],
  ['a platform for building data', '建築數據平台', '建筑数据平台'],
  ['a coating for façades', '外牆塗層', '外墙涂层'],
  ['a chip for edge computing', '邊緣運算晶片', '边缘运算晶片'],
  ['software for logistics', '物流軟件', '物流软件'],
]

const programmes = ['Ideation', 'Incubation', 'Bio-Incubation', 'Acceleration', 'Tenant']

// Names are dealt from the far end of the list, so that they differ from most other datasets'.
const company = (index: number) => sampleCompany(259 - index)
const domain = (index: number) => `sample-${String(index + 1).padStart(3, '0')}.example`

/** D29. */
export function companies(): readonly object[] {
  return Array.from({length: companiesInPark}, (_, index) => {
    const chance = seeded(`company ${index}`)
    const name = company(index)
    const cluster = chance.pick(clusters)
    const product = chance.pick(products)
    const address = sampleAddress(index)
    return {
      name_EN: name.en,
      name_TC: name['zh-Hant'],
      name_SC: name['zh-Hans'],
      cluster: cluster[0],
      cluster_TC: cluster[1],
      cluster_SC: cluster[2],
      introduction_EN: `An invented company that makes ${product[0]}.`,
      introduction_TC: `虛構公司，研製${product[1]}。`,
      product_EN: product[0],
      product_TC: product[1],
      product_SC: product[2],
      website: `https://${domain(index)}/`,
      programme: chance.pick(programmes),
      address_EN: address.en,
      address_TC: address['zh-Hant'],
      email: `enquiry@${domain(index)}`,
    }
  })
}

const jobs: readonly (readonly [en: string, hant: string])[] = [
  ['Research Engineer', '研究工程師'],
  ['Software Engineer', '軟件工程師'],
  ['Laboratory Technician', '實驗室技術員'],
  ['Product Manager', '產品經理'],
  ['Data Analyst', '數據分析員'],
  ['Administrative Assistant', '行政助理'],
]

const day = (daysAfter: number) =>
  new Date(Date.UTC(2026, 8, 1) + daysAfter * 86_400_000).toISOString().slice(0, 10)

/** D30: the contact person in it is personal data, which never leaves the snapshot. */
export function recruitment(): readonly object[] {
  return Array.from({length: 60}, (_, index) => {
    const chance = seeded(`job ${index}`)
    const of = chance.between(0, companiesInPark - 1)
    const name = company(of)
    const [en, hant] = chance.pick(jobs)
    const posted = chance.between(0, 75)
    return {
      jobId: `SAMPLE-J${String(index + 1).padStart(4, '0')}`,
      title_EN: en,
      title_TC: hant,
      company_EN: name.en,
      company_TC: name['zh-Hant'],
      description_EN: `An invented post. You work with two colleagues as ${en.toLowerCase()}.`,
      description_TC: `虛構職位。與兩位同事合作，擔任${hant}。`,
      employmentType: chance.pick([
        'full-time',
        'full-time',
        'full-time',
        'part-time',
        'internship',
      ]),
      postedDate: day(posted),
      closingDate: chance.next() < 0.2 ? null : day(posted + chance.between(14, 45)),
      contactName: `Sample Contact ${index + 1}`,
      applyEmail: `jobs@${domain(of)}`,
    }
  })
}

const stories: readonly (readonly [kind: string, en: string, hant: string, hans: string])[] = [
  ['success-story', 'closes its first overseas order', '取得首張海外訂單', '取得首张海外订单'],
  ['success-story', 'moves into a larger laboratory', '遷入更大的實驗室', '迁入更大的实验室'],
  ['product-launch', 'launches a new product', '推出新產品', '推出新产品'],
  ['partnership', 'works with a sample university', '與樣本大學合作', '与样本大学合作'],
]

/** D31: newest first, as news is served. */
export function news(): readonly object[] {
  return Array.from({length: 48}, (_, index) => {
    const chance = seeded(`news ${index}`)
    const of = chance.between(0, companiesInPark - 1)
    const name = company(of)
    const [kind, en, hant, hans] = chance.pick(stories)
    return {
      newsId: `SAMPLE-N${String(48 - index).padStart(4, '0')}`,
      date: day(79 - Math.floor((index * 5) / 3)),
      kind,
      title_EN: `${name.en} ${en}`,
      title_TC: `${name['zh-Hant']}${hant}`,
      title_SC: `${name['zh-Hans']}${hans}`,
      summary_EN: 'Invented news, to show how a list of news looks.',
      summary_TC: '虛構新聞，用以示範新聞列表。',
      company_EN: name.en,
      company_TC: name['zh-Hant'],
      url: `https://${domain(of)}/news/${48 - index}`,
    }
  })
}
