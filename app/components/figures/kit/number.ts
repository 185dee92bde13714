/** "−0.42": a fixed number of decimals, a real minus, and no minus before a zero. */
export function fixed(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return '–'
  const text = value.toFixed(digits)
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−')
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const superscript = (whole: number): string =>
  (whole < 0 ? '⁻' : '') + [...String(Math.abs(whole))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')

/** "10⁻⁶" of −6. */
export const powerOfTen = (exponent: number): string => `10${superscript(exponent)}`

/** Three significant figures where they are readable, otherwise "2.1 · 10⁻⁷". */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 0.001 && size < 10_000) return String(Number(value.toPrecision(3))).replace('-', '−')
  const exponent = Math.floor(Math.log10(size))
  return `${fixed(value / 10 ** exponent, 1)} · ${powerOfTen(exponent)}`
}
