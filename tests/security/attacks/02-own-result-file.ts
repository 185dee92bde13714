import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 2,
  title: 'A result file of its own',
  intent: 'Leave a score where a careless grader looks for one.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const fs = node('fs')
  const result = JSON.stringify({ verdict: 'scored', passed: true, points: 100, finalPoints: 100 })
  for (const folder of ['/tmp', '/out', '/', '/grade', '/autograder/results', '/dev/shm'])
    for (const name of ['result.json', 'results.json', 'report.json', 'score.txt', 'feedback.json'])
      try { fs.writeFileSync(folder + '/' + name, result) } catch {}
  fs.writeSync(2, result)`,
  }),
}
