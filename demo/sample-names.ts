/** A name in the three languages of the example site. Every one says that it is a sample. */
export interface SampleName {
  readonly en: string
  readonly 'zh-Hant': string
  readonly 'zh-Hans': string
}

type Word = readonly [en: string, hant: string, hans: string]

const creatures: readonly Word[] = [
  ['Heron', '鷺鳥', '鹭鸟'],
  ['Kestrel', '紅隼', '红隼'],
  ['Otter', '水獺', '水獭'],
  ['Pangolin', '穿山甲', '穿山甲'],
  ['Dolphin', '海豚', '海豚'],
  ['Swallow', '燕子', '燕子'],
  ['Firefly', '螢火蟲', '萤火虫'],
  ['Dragonfly', '蜻蜓', '蜻蜓'],
  ['Egret', '白鷺', '白鹭'],
  ['Gecko', '壁虎', '壁虎'],
  ['Kingfisher', '翠鳥', '翠鸟'],
  ['Civet', '果子狸', '果子狸'],
  ['Seahorse', '海馬', '海马'],
  ['Barbet', '擬啄木', '拟啄木'],
  ['Porcupine', '箭豬', '箭猪'],
  ['Magpie', '喜鵲', '喜鹊'],
  ['Bulbul', '白頭翁', '白头翁'],
  ['Cicada', '鳴蟬', '鸣蝉'],
  ['Macaque', '獼猴', '猕猴'],
  ['Turtle', '海龜', '海龟'],
]

const trades: readonly Word[] = [
  ['Robotics', '機械人', '机械人'],
  ['Biomedical', '生物醫藥', '生物医药'],
  ['Photonics', '光電', '光电'],
  ['Textiles', '紡織', '纺织'],
  ['Data', '數據', '数据'],
  ['Materials', '材料', '材料'],
  ['Logistics', '物流', '物流'],
  ['Sensors', '感應器', '感应器'],
  ['Microelectronics', '微電子', '微电子'],
  ['Energy', '能源', '能源'],
  ['Software', '軟件', '软件'],
  ['Food Science', '食品科學', '食品科学'],
  ['Acoustics', '聲學', '声学'],
]

const testing: readonly Word[] = [
  ['Materials Testing', '物料測試', '物料测试'],
  ['Food Testing', '食品測試', '食品测试'],
  ['Environmental Testing', '環境測試', '环境测试'],
  ['Electrical Testing', '電氣測試', '电气测试'],
  ['Textiles Testing', '紡織品測試', '纺织品测试'],
  ['Calibration', '校正', '校正'],
  ['Chemical Testing', '化學測試', '化学测试'],
  ['Medical Testing', '醫務化驗', '医务化验'],
  ['Toys Testing', '玩具測試', '玩具测试'],
]

const places: readonly Word[] = [
  ['Harbourside', '海濱', '海滨'],
  ['Hillside', '山麓', '山麓'],
  ['the Estuary', '河口', '河口'],
  ['the Islands', '群島', '群岛'],
  ['Lighthouse Bay', '燈塔灣', '灯塔湾'],
  ['Banyan Hill', '榕山', '榕山'],
  ['the Reservoir', '水塘', '水塘'],
  ['Bamboo Valley', '竹谷', '竹谷'],
]

/** An invented company: "Sample Heron Robotics Limited". The first 260 (from 0) all differ. */
export function sampleCompany(n: number): SampleName {
  const [creature, trade] = pair(n, creatures, trades)
  const again = repeat(n, creatures.length * trades.length)
  return {
    en: `Sample ${creature[0]} ${trade[0]}${again} Limited`,
    'zh-Hant': `樣本${creature[1]}${trade[1]}${again}有限公司`,
    'zh-Hans': `样本${creature[2]}${trade[2]}${again}有限公司`,
  }
}

/** An invented laboratory: "Sample Kestrel Food Testing Laboratory". The first 180 all differ. */
export function sampleLaboratory(n: number): SampleName {
  const [creature, field] = pair(n, creatures, testing)
  const again = repeat(n, creatures.length * testing.length)
  return {
    en: `Sample ${creature[0]} ${field[0]} Laboratory${again}`,
    'zh-Hant': `樣本${creature[1]}${field[1]}實驗所${again}`,
    'zh-Hans': `样本${creature[2]}${field[2]}实验所${again}`,
  }
}

/** An invented university: "Sample University of Harbourside". The first 8 all differ. */
export function sampleUniversity(n: number): SampleName {
  const place = places[n % places.length]!
  const again = repeat(n, places.length)
  return {
    en: `Sample University of ${place[0]}${again}`,
    'zh-Hant': `樣本${place[1]}大學${again}`,
    'zh-Hans': `样本${place[2]}大学${again}`,
  }
}

/** An invented address: "Unit 5, 3/F, Sample Building, 12 Sample Heron Road". */
export function sampleAddress(n: number): SampleName {
  const road = creatures[(n * 7) % creatures.length]!
  const unit = (n % 12) + 1
  const floor = ((n * 5) % 20) + 1
  const number = ((n * 3) % 90) + 1
  return {
    en: `Unit ${unit}, ${floor}/F, Sample Building, ${number} Sample ${road[0]} Road`,
    'zh-Hant': `樣本${road[1]}道${number}號樣本大廈${floor}樓${unit}室`,
    'zh-Hans': `样本${road[2]}道${number}号样本大厦${floor}楼${unit}室`,
  }
}

// Walks both lists at once, so that neighbours in a table share neither word; the two lengths have
// no common factor (20 and 13, 20 and 9), so every pair comes before any comes again.
function pair(n: number, first: readonly Word[], second: readonly Word[]): [Word, Word] {
  return [first[n % first.length]!, second[n % second.length]!]
}

function repeat(n: number, distinct: number): string {
  return n < distinct ? '' : ` ${Math.floor(n / distinct) + 1}`
}
