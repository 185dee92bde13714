const TITLES: Readonly<Record<number, string>> = {
  0: 'Before the week',
  1: 'Neural networks from the ground up',
  2: 'Activation functions',
  3: 'Training efficiently',
  4: 'Convolutional networks',
  5: 'Recurrent networks',
  6: 'Scale and capstone',
}

export const moduleTitle = (module: number): string => TITLES[module] ?? `Module ${module}`
