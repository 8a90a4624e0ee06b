/** Small line drawings of our own, 16 by 16; decoration only, words stand beside each. */
const drawings = {
  download: 'M8 2v8m-3.5-3L8 10.5 11.5 7M2.5 13.5h11',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8 3.7 3.7',
  back: 'M13.5 8h-11m4-4-4 4 4 4',
  on: 'M2.5 8h11m-4-4 4 4-4 4',
  outside: 'M9 2.5h4.5V7m0-4.5L7.5 8.5M6 3.5H2.5v10h10V10',
  compare: 'M5 2.5v11m0 0-2.5-2.5M5 13.5 7.5 11M11 13.5v-11m0 0L8.5 5M11 2.5 13.5 5',
  quote: 'M3 9.5h3.5V5H3zm0 0c0 1.6.8 2.5 2.2 2.5M9.5 9.5H13V5H9.5zm0 0c0 1.6.8 2.5 2.2 2.5',
} as const

/** One icon of the set. */
export function Icon({name}: {name: keyof typeof drawings}) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
