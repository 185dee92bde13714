/**
 * Invented people. Their paths are made of recorded gradings (recorded/*.json), one letter a submission:
 * s the starter, m and n the first and second mistake, t a syntax error, x a missing export, q a learning rate too low,
 * b one too high, h too few epochs, w too few units, z the solution. An exercise that isn't named: nothing handed in.
 */
export interface DemoStudent {
  name: string
  email: string
  paths: Readonly<Record<string, string>>
}

export const DEMO_STUDENTS: readonly DemoStudent[] = [
  {
    name: 'Adaeze Quarrie',
    email: 'adaeze@gradus.example',
    paths: {
      'm1-wine-first-network': 'z',
      'm1-perceptron-rule': 'z',
      'm1-xor-hidden-layer': 'mz',
      'm1-ore-or-waste': 'z',
      'm2-activation-functions': 'z',
      'm3-class-imbalance': 'wz',
      'm4-mnist-cnn': 'z',
      'm4-rock-texture': 'hz',
      'm5-haul-truck-faults': 'z',
    },
  },
  {
    name: 'Bruno Kettle',
    email: 'bruno@gradus.example',
    paths: {
      'm1-wine-first-network': 'smz',
      'm1-perceptron-rule': 'mz',
      'm1-xor-hidden-layer': 'sqz',
      'm1-ore-or-waste': 'z',
      'm2-activation-functions': 'mz',
      'm3-class-imbalance': 'hw',
      'm4-mnist-cnn': 'sm',
    },
  },
  {
    name: 'Chidi Marlowe',
    email: 'chidi@gradus.example',
    paths: {
      'm1-wine-first-network': 'tz',
      'm1-perceptron-rule': 'sz',
      'm1-xor-hidden-layer': 'mw',
      'm1-ore-or-waste': 'mz',
      'm2-activation-functions': 'nz',
      'm3-class-imbalance': 'z',
      'm4-mnist-cnn': 'qhz',
      'm4-rock-texture': 'z',
    },
  },
  {
    name: 'Delphine Ashworth',
    email: 'delphine@gradus.example',
    paths: { 'm1-wine-first-network': 'mnm', 'm1-perceptron-rule': 'smm', 'm1-xor-hidden-layer': 'ss' },
  },
  {
    name: 'Emeka Thornbury',
    email: 'emeka@gradus.example',
    paths: {
      'm1-wine-first-network': 'z',
      'm1-perceptron-rule': 'z',
      'm1-xor-hidden-layer': 'z',
      'm1-ore-or-waste': 'wz',
      'm2-activation-functions': 'z',
      'm3-class-imbalance': 'z',
      'm4-mnist-cnn': 'hz',
      'm4-rock-texture': 'mz',
      'm5-haul-truck-faults': 'wz',
    },
  },
  {
    name: 'Freya Lindqvist-Moss',
    email: 'freya@gradus.example',
    paths: {
      'm1-wine-first-network': 'smwz',
      'm1-perceptron-rule': 'z',
      'm1-xor-hidden-layer': 'bz',
      'm1-ore-or-waste': 'mz',
    },
  },
  {
    name: 'Giulia Ferrante-Poole',
    email: 'giulia@gradus.example',
    paths: {
      'm1-wine-first-network': 'bh',
      'm1-perceptron-rule': 'nz',
      'm1-xor-hidden-layer': 'bbb',
      'm1-ore-or-waste': 'sz',
      'm2-activation-functions': 's',
    },
  },
  {
    name: 'Hamish Okonjo',
    email: 'hamish@gradus.example',
    paths: {
      'm1-wine-first-network': 'z',
      'm1-perceptron-rule': 'mnz',
      'm1-xor-hidden-layer': 'hz',
      'm1-ore-or-waste': 'z',
      'm2-activation-functions': 'z',
      'm3-class-imbalance': 'qz',
      'm4-mnist-cnn': 'nz',
      'm4-rock-texture': 'sz',
      'm5-haul-truck-faults': 'h',
    },
  },
  {
    name: 'Ilse van der Berg',
    email: 'ilse@gradus.example',
    paths: { 'm1-wine-first-network': 'ttt', 'm1-perceptron-rule': 't' },
  },
  {
    name: 'Jomo Castellan',
    email: 'jomo@gradus.example',
    paths: {
      'm1-wine-first-network': 'wz',
      'm1-perceptron-rule': 'z',
      'm1-xor-hidden-layer': 'mz',
      'm1-ore-or-waste': 'z',
      'm2-activation-functions': 'mz',
      'm3-class-imbalance': 'mw',
      'm4-mnist-cnn': 'b',
    },
  },
  {
    name: 'Kirra Dunmore',
    email: 'kirra@gradus.example',
    paths: {
      'm1-wine-first-network': 'z',
      'm1-perceptron-rule': 'z',
      'm1-xor-hidden-layer': 'z',
      'm1-ore-or-waste': 'z',
      'm2-activation-functions': 'z',
      'm3-class-imbalance': 'z',
      'm4-mnist-cnn': 'z',
      'm4-rock-texture': 'z',
      'm5-haul-truck-faults': 'z',
    },
  },
  { name: 'Lachlan Perrault', email: 'lachlan@gradus.example', paths: {} },
]
