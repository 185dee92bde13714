/** The exercises of the demo students' paths, in the order of the course. */
const WEEK = [
  ...['m0-first-run'],
  ...['m1-wine-first-network', 'm1-perceptron-rule', 'm1-xor-hidden-layer', 'm1-backprop-by-hand', 'm1-ore-or-waste'],
  ...['m2-activation-functions', 'm2-vanishing-gradients', 'm2-output-heads'],
  ...['m3-initialisation', 'm3-optimiser-and-schedule', 'm3-batch-normalisation', 'm3-regularisation'],
  ...['m3-class-imbalance'],
  ...['m4-convolution-by-hand', 'm4-mnist-cnn', 'm4-rock-texture'],
  ...['m5-recurrent-cell', 'm5-haul-truck-faults', 'm5-grade-forecast', 'm5-geology-logs'],
  ...['m6-learning-curve', 'capstone-rock-face'],
]

interface DemoStudent {
  name: string
  email: string
  /** One word an exercise of the week, as far as they got. */
  path: string
}

/**
 * Invented people. Their paths are made of recorded gradings (recorded/*.json), one letter a submission:
 * s the starter, m and n the first and second mistake, t a syntax error, x a missing export, q a learning rate too low,
 * b one too high, h too few epochs, w too few units, z the solution. A dash: nothing handed in.
 */
export const DEMO_STUDENTS: readonly DemoStudent[] = [
  {
    name: 'Adaeze Quarrie',
    email: 'adaeze@gradus.example',
    path: 'z z z mz z z z z sz z mz z wh wz z z hz z z hz z z z',
  },
  { name: 'Bruno Kettle', email: 'bruno@gradus.example', path: 'z smz mz sqz nz z mz sz smz z sz mz - hw - sm' },
  {
    name: 'Chidi Marlowe',
    email: 'chidi@gradus.example',
    path: 'z tz sz mw tz mz nz z z sz z z smh z z qhz z mz',
  },
  { name: 'Delphine Ashworth', email: 'delphine@gradus.example', path: 'z mnm smm ss' },
  {
    name: 'Emeka Thornbury',
    email: 'emeka@gradus.example',
    path: 'z z z z mz wz z z z z z z h z z hz mz z wz z z z mz',
  },
  {
    name: 'Freya Lindqvist-Moss',
    email: 'freya@gradus.example',
    path: 'z smz z xz s mz nz mz z sz mz z mh - z sz z - nz',
  },
  { name: 'Giulia Ferrante-Poole', email: 'giulia@gradus.example', path: 'z mn nz mmm - sz s' },
  {
    name: 'Hamish Okonjo',
    email: 'hamish@gradus.example',
    path: 'mz z mnz hz mz z z mz z mz z z wh qz z nz sz z h',
  },
  { name: 'Ilse van der Berg', email: 'ilse@gradus.example', path: 'z ttt t' },
  { name: 'Jomo Castellan', email: 'jomo@gradus.example', path: 'z wz z mz z z mz nz sz z z z h mw z b' },
  {
    name: 'Kirra Dunmore',
    email: 'kirra@gradus.example',
    path: 'z z z z z z z z z z z z h z z z z z z z z z z',
  },
  { name: 'Lachlan Perrault', email: 'lachlan@gradus.example', path: '' },
]

/** What a demo student handed in for an exercise, one letter each. */
export function handedIn({ path }: DemoStudent, slug: string): string[] {
  const at = WEEK.indexOf(slug)
  const letters = path.split(' ')[at] ?? ''
  return at < 0 || letters === '-' ? [] : [...letters]
}
