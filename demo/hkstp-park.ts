import {seeded} from './encode.ts'

// What the park's sensors say at one moment. No clock: a stand-in that counts by itself would look
// like a department that publishes.
const lastUpdated = '2026-11-20T08:30:00+08:00'

const names = (hant: string, hans: string, en: string) => ({
  name_EN: en,
  name_TC: hant,
  name_SC: hans,
})

/** D21: fourteen invented stations around the park. One has no reading, which is not zero. */
export function bikeStations(): readonly object[] {
  return Array.from({length: 14}, (_, index) => {
    const chance = seeded(`bikes ${index}`)
    const capacity = chance.between(8, 24)
    const number = String(index + 1).padStart(2, '0')
    return {
      stationId: `SAMPLE-B${number}`,
      ...names(`樣本單車站${number}`, `样本单车站${number}`, `Sample Bicycle Station ${number}`),
      latitude: Number((22.4235 + chance.between(0, 70) / 10_000).toFixed(6)),
      longitude: Number((114.2065 + chance.between(0, 90) / 10_000).toFixed(6)),
      capacity,
      availableBikes: index === 9 ? null : chance.between(0, capacity),
      lastUpdated,
    }
  })
}

/** D22. */
export function minibusQueues(): readonly object[] {
  const places = [
    names('樣本小巴輪候處東', '样本小巴轮候处东', 'Sample Minibus Queue East'),
    names('樣本小巴輪候處西', '样本小巴轮候处西', 'Sample Minibus Queue West'),
    names('樣本小巴輪候處北', '样本小巴轮候处北', 'Sample Minibus Queue North'),
  ]
  return places.map((place, index) => ({
    queueId: `SAMPLE-M${index + 1}`,
    ...place,
    people: seeded(`minibus ${index}`).between(0, 26),
    lastUpdated,
  }))
}

/** D23: three classes of vehicle at two stands. */
export function vehicleCounts(): readonly object[] {
  const stands = [
    names('樣本的士站一', '样本的士站一', 'Sample Stand 1'),
    names('樣本的士站二', '样本的士站二', 'Sample Stand 2'),
  ]
  return stands.flatMap((stand, index) =>
    ['taxi-urban', 'taxi-nt', 'minibus'].map(vehicleClass => ({
      standId: `SAMPLE-S${index + 1}`,
      ...stand,
      vehicleClass,
      vehicles: seeded(`${index} ${vehicleClass}`).between(0, 9),
      lastUpdated,
    })),
  )
}

/** D32: the three routes that the plan names, at two stops; one has no reading. */
export function busQueues(): readonly object[] {
  const stops = [
    names('樣本巴士站甲', '样本巴士站甲', 'Sample Bus Stop A'),
    names('樣本巴士站乙', '样本巴士站乙', 'Sample Bus Stop B'),
  ]
  return stops.flatMap((stop, index) =>
    ['272K', '43P', '272S'].map(route => ({
      stopId: `SAMPLE-T${index + 1}`,
      ...stop,
      route,
      people: index === 1 && route === '43P' ? null : seeded(`${index} ${route}`).between(0, 38),
      lastUpdated,
    })),
  )
}

/** The eight parameters of the plan with a usual range indoors, in tenths. */
const parameters = [
  ['pm1', 'µg/m³', 20, 120],
  ['pm2.5', 'µg/m³', 40, 220],
  ['pm10', 'µg/m³', 90, 380],
  ['co2', 'ppm', 4_200, 9_400],
  ['hcho', 'µg/m³', 60, 420],
  ['temperature', '°C', 215, 254],
  ['humidity', '%', 420, 660],
  ['tvoc', 'µg/m³', 300, 2_600],
] as const

/** D33: three sensors. */
export function airReadings(): readonly object[] {
  const places = [
    names('樣本大堂', '样本大堂', 'Sample Lobby'),
    names('樣本二樓走廊', '样本二楼走廊', 'Sample Corridor 2/F'),
    names('樣本五樓會議室', '样本五楼会议室', 'Sample Meeting Room 5/F'),
  ]
  return places.flatMap((place, index) =>
    parameters.map(([parameter, unit, first, last]) => ({
      sensorId: `SAMPLE-A${index + 1}`,
      ...place,
      parameter,
      value: seeded(`air ${index} ${parameter}`).between(first, last) / 10,
      unit,
      lastUpdated,
    })),
  )
}
