import {type SampleName, sampleCompany, sampleUniversity, seeded} from './encode.ts'

/** An invented project of the Fund. Its reference number says that it is a sample. */
export interface SampleProject {
  readonly programme: ProjectProgramme
  readonly reference: string
  readonly title: {readonly en: string; readonly 'zh-Hant': string}
  readonly applicant: SampleName
  readonly partner: SampleName // participating body (PSTS), co-applicant (FBL)
  readonly sector: string
  readonly area: string
  readonly thousands: number // HK$ thousand
  readonly revisedThousands: number | null
}

/** Programmes that support single projects, in the order in which the Fund's tables list them. */
export const projectProgrammes = [
  {code: 'ITSP', projects: [38, 46], thousands: [600, 9_800]},
  {code: 'MHKJFS', projects: [6, 9], thousands: [900, 2_400]},
  {code: 'TCFS', projects: [8, 12], thousands: [800, 4_600]},
  {code: 'PRP', projects: [15, 20], thousands: [700, 3_900]},
  {code: 'MRP', projects: [2, 4], thousands: [3_000, 7_500]},
  {code: 'ESS', projects: [6, 10], thousands: [800, 6_200]},
  {code: 'PSTS', projects: [12, 18], thousands: [250, 2_900]},
  {code: 'GSP', projects: [14, 20], thousands: [80, 4_200]},
  {code: 'NIFS', projects: [3, 6], thousands: [2_000, 14_500]},
  {code: 'FBL', projects: [2, 5], thousands: [1_000, 4_900]},
] as const

export type ProjectProgramme = (typeof projectProgrammes)[number]['code']

/** Industrial sectors of D35 and D39, as the Fund's table writes them (繁 by reversal of 简). */
export const sectors = [
  '生物科技',
  '電氣及電子',
  '環保',
  '資訊科技',
  '基礎工業',
  '紡織/製衣/鞋履',
  '一般(跨行業)',
  '其他',
] as const

/** Technology areas of D36 as far as its excerpt shows them; the last is ours. */
export const areas = [
  '生物科技',
  '中醫藥',
  '電氣及電子',
  '環境科技',
  '資訊科技',
  '製造科技',
  '材料科學',
  '其他',
] as const

const methods = [
  ['Low-power sensing', '低功耗感測'],
  ['Machine vision', '機器視覺'],
  ['Digital twins', '數碼孿生'],
  ['Printed electronics', '印刷電子'],
  ['Cold-plasma treatment', '低溫等離子處理'],
  ['Recycled composites', '再生複合材料'],
  ['Edge computing', '邊緣運算'],
  ['Rapid assays', '快速檢測法'],
  ['Additive manufacturing', '增材製造'],
  ['Speech recognition', '語音辨識'],
  ['Thin-film coatings', '薄膜塗層'],
] as const

const uses = [
  ['cold storage', '冷藏倉庫'],
  ['footbridges', '行人天橋'],
  ['residential care homes', '安老院舍'],
  ['knitted fabrics', '針織布料'],
  ['drinking water', '食水'],
  ['lifts and escalators', '升降機及自動梯'],
  ['school laboratories', '學校實驗室'],
  ['container terminals', '貨櫃碼頭'],
  ['herbal medicines', '中草藥'],
  ['street trees', '路旁樹木'],
] as const

/** The invented projects of a calendar year, by programme: the same ones at every call. */
export function projectsOf(year: number): readonly SampleProject[] {
  return projectProgrammes.flatMap(({code, projects, thousands}) => {
    const chance = seeded(`${code} ${year}`)
    const count = chance.between(projects[0], projects[1])
    return Array.from({length: count}, (_, index): SampleProject => {
      const n = (year % 100) * 211 + index * 17 + code.length * 5 + chance.between(0, 90)
      const approved = chance.between(thousands[0], thousands[1])
      return {
        programme: code,
        reference: `SAMPLE/${code}/${String(index + 1).padStart(3, '0')}/${String(year).slice(2)}`,
        title: titleOf(n),
        applicant: n % 3 === 0 ? sampleUniversity(n % 8) : sampleCompany(n % 260),
        partner: sampleBody(n),
        sector: chance.pick(sectors),
        area: chance.pick(areas),
        thousands: approved,
        revisedThousands: chance.next() < 0.08 ? Math.round(approved * 0.9) : null,
      }
    })
  })
}

function titleOf(n: number): SampleProject['title'] {
  const [method, methodHant] = methods[n % methods.length]!
  const [use, useHant] = uses[n % uses.length]!
  return {en: `Sample: ${method} for ${use}`, 'zh-Hant': `樣本：用於${useHant}的${methodHant}`}
}

const bodies = [
  ['Department', '部門', '部门'],
  ['Hospital', '醫院', '医院'],
  ['Care Home', '安老院', '安老院'],
  ['School', '學校', '学校'],
  ['Public Works Office', '工務處', '工务处'],
] as const

const letters = [...'ABCDEFGH']
const stems = [...'甲乙丙丁戊己庚辛']

/** An invented public body: "Sample Hospital C". */
export function sampleBody(n: number): SampleName {
  const [en, hant, hans] = bodies[n % bodies.length]!
  const at = Math.floor(n / bodies.length) % letters.length
  return {
    en: `Sample ${en} ${letters[at]}`,
    'zh-Hant': `樣本${hant}${stems[at]}`,
    'zh-Hans': `样本${hans}${stems[at]}`,
  }
}

/** Number and money of some projects, money in HK$ million to one decimal as the Fund prints it. */
export function totalOf(projects: readonly SampleProject[]): {count: number; millions: string} {
  const thousands = projects.reduce((sum, project) => sum + project.thousands, 0)
  return {count: projects.length, millions: millions(thousands)}
}

/** HK$ thousand as HK$ million: 9462500 → "9,462.5". Halves go up, in whole numbers throughout. */
export function millions(thousands: number): string {
  const tenths = Math.floor((thousands + 50) / 100)
  return `${grouped(Math.floor(tenths / 10), ',')}.${tenths % 10}`
}

/** 12185 → "12 185", as the Fund prints counts since 2022. */
export function grouped(whole: number, by: ' ' | ','): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, by)
}
