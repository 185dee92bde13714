import type { Finding } from './facts.ts'

export function checkMaxParams({ params }: { params: number }, { max }: { max: number }): Finding {
  const measured = `Your model has ${group(params)} parameters`
  return params <= max
    ? { passed: true, measured: `${measured}.` }
    : { passed: false, measured: `${measured}, ${group(params - max)} more than the ${group(max)} allowed.` }
}

export function checkMinParams({ params }: { params: number }, { min }: { min: number }): Finding {
  const measured = `Your model has ${group(params)} parameters`
  return params >= min
    ? { passed: true, measured: `${measured}.` }
    : { passed: false, measured: `${measured}; at least ${group(min)} are asked for.` }
}

/** 12,345. Written out here because `toLocaleString` depends on the machine. */
const group = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
