/**
 * Invented people. Their paths are made of recorded gradings (recorded/*.json), one letter a submission:
 * s the starter, m and n the first and second mistake, t a syntax error, x a missing export, q a learning rate too low,
 * b one too high, h too few epochs, w too few units, z the solution. A dash: nothing handed in.
 */
export const DEMO_STUDENTS: readonly { name: string; email: string; paths: readonly string[] }[] = [
  { name: 'Adaeze Quarrie', email: 'adaeze@gradus.example', paths: ['z', 'z', 'mz', 'z', 'z', 'wz', 'z', 'hz', 'z'] },
  { name: 'Bruno Kettle', email: 'bruno@gradus.example', paths: ['smz', 'mz', 'sqz', 'z', 'mz', 'hw', 'sm', '-', '-'] },
  { name: 'Chidi Marlowe', email: 'chidi@gradus.example', paths: ['tz', 'sz', 'mw', 'mz', 'nz', 'z', 'qhz', 'z', '-'] },
  {
    name: 'Delphine Ashworth',
    email: 'delphine@gradus.example',
    paths: ['mnm', 'smm', 'ss', '-', '-', '-', '-', '-', '-'],
  },
  { name: 'Emeka Thornbury', email: 'emeka@gradus.example', paths: ['z', 'z', 'z', 'wz', 'z', 'z', 'hz', 'mz', 'wz'] },
  {
    name: 'Freya Lindqvist-Moss',
    email: 'freya@gradus.example',
    paths: ['smwz', 'z', 'bz', 'mz', '-', '-', '-', '-', '-'],
  },
  {
    name: 'Giulia Ferrante-Poole',
    email: 'giulia@gradus.example',
    paths: ['bh', 'nz', 'bbb', 'sz', 's', '-', '-', '-', '-'],
  },
  { name: 'Hamish Okonjo', email: 'hamish@gradus.example', paths: ['z', 'mnz', 'hz', 'z', 'z', 'qz', 'nz', 'sz', 'h'] },
  { name: 'Ilse van der Berg', email: 'ilse@gradus.example', paths: ['ttt', 't', '-', '-', '-', '-', '-', '-', '-'] },
  { name: 'Jomo Castellan', email: 'jomo@gradus.example', paths: ['wz', 'z', 'mz', 'z', 'mz', 'mw', 'b', '-', '-'] },
  { name: 'Kirra Dunmore', email: 'kirra@gradus.example', paths: ['z', 'z', 'z', 'z', 'z', 'z', 'z', 'z', 'z'] },
  { name: 'Lachlan Perrault', email: 'lachlan@gradus.example', paths: ['-', '-', '-', '-', '-', '-', '-', '-', '-'] },
]
