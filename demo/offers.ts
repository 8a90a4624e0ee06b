import {readdir} from 'node:fs/promises'
import type {Offer} from './offer.ts'

/**
 * Everything that the stand-in offers: the lists that the files offers-*.ts beside this one export
 * under names that begin with "offers".
 * @throws Error if two offers claim one address
 */
export async function allOffers(): Promise<readonly Offer[]> {
  const files = (await readdir(new URL('.', import.meta.url)))
    .filter(name => /^offers-[\w-]+\.ts$/.test(name))
    .sort()
  const modules = await Promise.all(
    files.map(name => import(`./${name}`) as Promise<{readonly [name: string]: unknown}>),
  )
  const offers = modules.flatMap(exports =>
    Object.entries(exports)
      .filter(([name, value]) => name.startsWith('offers') && Array.isArray(value))
      .flatMap(([, value]) => value as readonly Offer[]),
  )
  const addresses = offers.map(addressOf)
  const twice = addresses.find((address, at) => addresses.indexOf(address) !== at)
  if (twice !== undefined) throw new Error(`Two offers claim ${twice}`)
  return offers
}

/** Where an offer is found: "http /itf/x.csv", "file hkctc/statistics.xls", "table vacancies". */
export function addressOf(offer: Offer): string {
  if (offer.kind === 'file') return `file ${offer.path}`
  if (offer.kind === 'sqlite') return `table ${offer.table}`
  return `http ${offer.path}`
}
