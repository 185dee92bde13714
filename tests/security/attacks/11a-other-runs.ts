import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 11,
  title: 'Ids, addresses and tokens of other runs',
  intent: 'Read or change what belongs to another learner.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  const texts = [JSON.stringify(own.env), JSON.stringify(own.argv), JSON.stringify({ ...ctx, tf: 0 }), JSON.stringify(own.report?.getReport?.() ?? '').slice(0, 20_000)]
  const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|postgres(ql)?:|Bearer |eyJ[A-Za-z0-9]/
  for (const text of texts) if (id.test(text)) console.log('PWNED found ' + id.exec(text))
  for (const url of ['http://127.0.0.1:3000/api/runs', 'http://localhost:3000/api/me', 'http://[::1]:3000/'])
    try { await fetch(url, { signal: AbortSignal.timeout(500) }); console.log('PWNED reached ' + url) } catch {}
  console.log('looked')`,
  }),
  verify({ console }) {
    if (!console.some((line) => line.includes('looked'))) throw new Error('the attack did not run')
  },
}
