const ADJECTIVES = [
  'Amber', 'Brisk', 'Calm', 'Clear', 'Cobalt', 'Deep', 'Early', 'Even', 'Fair', 'Fine', 'Firm', 'Fresh', 'Gentle',
  'Golden', 'Grand', 'Keen', 'Late', 'Level', 'Light', 'Lucid', 'Mellow', 'Mild', 'Neat', 'Noble', 'Plain', 'Prime',
  'Quick', 'Quiet', 'Ready', 'Rich', 'Silver', 'Smooth', 'Solid', 'Spare', 'Steady', 'Still', 'Sunny', 'Swift', 'True',
  'Warm',
] // biome-ignore format: a list reads better filled than one a line
const MINERALS = [
  'Agate', 'Albite', 'Apatite', 'Azurite', 'Barite', 'Basalt', 'Beryl', 'Biotite', 'Borax', 'Calcite', 'Chert',
  'Citrine', 'Cuprite', 'Diorite', 'Dolerite', 'Dolomite', 'Emery', 'Epidote', 'Feldspar', 'Flint', 'Fluorite',
  'Gabbro', 'Galena', 'Garnet', 'Gneiss', 'Granite', 'Gypsum', 'Halite', 'Haematite', 'Ilmenite', 'Jasper', 'Kyanite',
  'Limonite', 'Magnetite', 'Malachite', 'Marble', 'Mica', 'Olivine', 'Opal', 'Peridot', 'Pumice', 'Pyrite', 'Quartz',
  'Rutile', 'Schist', 'Slate', 'Spinel', 'Sylvite', 'Talc', 'Topaz', 'Tuff', 'Zircon',
] // biome-ignore format: a list reads better filled than one a line

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

/**
 * A name for anonymised boards that is not in `taken`, such as "Quiet Basalt". `random` gives numbers in [0, 1).
 * A number is put behind only when many are taken: 2,080 pairs serve most courses.
 */
export function choosePseudonym(taken: ReadonlySet<string>, random: () => number): string {
  for (let tries = 0; ; tries++) {
    const pair = `${pick(ADJECTIVES, random)} ${pick(MINERALS, random)}`
    const name = tries < 40 ? pair : `${pair} ${2 + Math.floor(random() * (tries - 38) * 100)}`
    if (!taken.has(name)) return name
  }
}
