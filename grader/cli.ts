import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { EnvError } from '#lib/env.ts'

/** Exit codes that scripts may rely on. */
const BAD_USAGE = 2
const PLATFORM_FAILED = 3

const positive = (value: string): number => {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('should be a whole number from 1.')
  return number
}

/** Each command is loaded when it is asked for: `doctor` must run where the trainer can't be loaded. */
const program = new Command('gradus')
  .description('Autograded assignments for deep learning.')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })

program
  .command('grade')
  .description('grade one file on this machine, without server or database')
  .argument('<exercise>', 'such as m4-mnist-cnn')
  .argument('<file>', 'the solution, TypeScript')
  .option('--json', 'one JSON object on standard output')
  .option('--save-model <path>', 'keep the trained model there: a .keras file, or a folder for TensorFlow.js')
  .action(async (exercise: string, file: string, options: { json?: true; saveModel?: string }) => {
    const { gradeCommand } = await import('./commands/grade.ts')
    process.exitCode = await gradeCommand(exercise, file, { ...options, json: options.json === true })
  })

program
  .command('check')
  .description('an author’s check: the solution passes, the starter and the wrong ways do not, the baseline stands')
  .argument('[exercise]')
  .option('--all', 'every exercise')
  .option('--secrets <n>', 'over so many installations’ hidden rows; full marks then count in the median', positive, 1)
  .option('--json <file>', 'write the summaries there')
  .action(async (exercise: string | undefined, options: { all?: true; secrets: number; json?: string }) => {
    const { checkCommand } = await import('./commands/check.ts')
    process.exitCode = await checkCommand(exercise, { ...options, all: options.all === true })
  })

program
  .command('baselines')
  .description('what classical models reach on this installation’s hidden rows; measured once for a dataset version')
  .argument('[name]', 'an exercise or a dataset')
  .option('--all', 'every exercise')
  .option('--again', 'measure although it is stored')
  .option('--json', 'one JSON array on standard output')
  .action(async (name: string | undefined, options: { all?: true; again?: true; json?: true }) => {
    const { baselinesCommand } = await import('./commands/baselines.ts')
    const { all, again, json } = options
    process.exitCode = await baselinesCommand(name, { all: all === true, again: again === true, json: json === true })
  })

program
  .command('dataset')
  .description('for authors: data of your own')
  .command('inspect')
  .description('look at a .csv, .npz, .npy or IDX file or a folder of class folders, and suggest a dataset.yaml')
  .argument('<path>', 'file or folder of the rows')
  .argument('[labels]', 'file of the labels, for .npy and IDX')
  .action(async (path: string, labels: string | undefined) => {
    const { inspectCommand } = await import('./commands/dataset.ts')
    process.exitCode = await inspectCommand(path, labels)
  })

program
  .command('model')
  .description('trained models')
  .command('convert')
  .description('take a model from Keras to TensorFlow.js or back; what the other side does not have is refused by name')
  .argument('<from>', 'a .keras file, or a folder with a model.json')
  .argument('<to>', 'the other of the two')
  .action(async (from: string, to: string) => {
    const { convertCommand } = await import('./commands/model.ts')
    process.exitCode = await convertCommand(from, to)
  })

program
  .command('worker')
  .description('claim submissions from the queue and grade them')
  .option('--once', 'end after one run')
  .option('--idle-exit <seconds>', 'end when there was nothing to do for so long', positive)
  .option('--concurrency <n>', 'runs graded at the same time', positive)
  .action(async (options: { once?: true; idleExit?: number; concurrency?: number }) => {
    const { workerCommand } = await import('./commands/worker.ts')
    process.exitCode = await workerCommand(options)
  })

const bench = program.command('bench').description('measure this machine')

bench
  .command('boxes')
  .description('what boxes cost: a learner’s until its first answer and its end, and the trainer’s')
  .option('--rounds <n>', 'measurements of each', positive, 15)
  .action(async (options: { rounds: number }) => {
    const { benchBoxesCommand } = await import('./commands/bench.ts')
    process.exitCode = await benchBoxesCommand(options)
  })

bench
  .command('train')
  .description('training speed against Keras and stock TensorFlow.js on the same library')
  .option('--rounds <n>', 'measurements of each', positive, 5)
  .option('--cases <names...>', 'these networks only')
  .option('--json <file>', 'write the figures there')
  .action(async (options: { rounds: number; cases?: string[]; json?: string }) => {
    const { benchTrainCommand } = await import('./commands/bench.ts')
    process.exitCode = await benchTrainCommand(options)
  })
bench
  .command('scale')
  .description('accuracy and time against the number of training rows: classical models and networks')
  .option('--largest <rows>', 'leave larger numbers of rows out', positive, 200_000)
  .option('--test <rows>', 'rows to measure on', positive, 2000)
  .option('--json <file>', 'write the figures there')
  .action(async (options: { largest: number; test: number; json?: string }) => {
    const { benchScaleCommand } = await import('./commands/bench-scale.ts')
    process.exitCode = await benchScaleCommand(options)
  })

bench
  .command('overhead')
  .description('what a submission takes besides its training, from submit to score')
  .option('--rounds <n>', 'submissions of each exercise', positive, 20)
  .option('--json <file>', 'write the figures there')
  .action(async (options: { rounds: number; json?: string }) => {
    const { benchOverheadCommand } = await import('./commands/bench-overhead.ts')
    process.exitCode = await benchOverheadCommand(options)
  })

bench
  .command('peers')
  .description('one assignment graded by otter-grader, by nbgrader and here, from submission to score')
  .option('--rounds <n>', 'submissions to each', positive, 5)
  .option('--assignments <names...>', 'these assignments only')
  .option('--json <file>', 'write the figures there')
  .action(async (options: { rounds: number; assignments?: string[]; json?: string }) => {
    const { benchPeersCommand } = await import('./commands/bench-peers.ts')
    process.exitCode = await benchPeersCommand(options)
  })

bench
  .command('playground')
  .description('frames of the playground in a real Chromium while it trains')
  .option('--seconds <n>', 'how long', positive, 10)
  .option('--url <address>', 'a platform that runs; otherwise one is started for it')
  .option('--json <file>', 'write the figures there')
  .action(async (options: { seconds: number; url?: string; json?: string }) => {
    const { benchPlaygroundCommand } = await import('./commands/bench.ts')
    process.exitCode = await benchPlaygroundCommand(options)
  })

program
  .command('attack')
  .description('let the attack corpus loose on this machine’s boxes')
  .option('--level <box>', 'full, personal or container; without it, all that this machine has')
  .option('--only <n>', 'one item of the list, such as 39, or one case, such as 39b')
  .option('--json <file>', 'write the results there')
  .action(async (options: { level?: string; only?: string; json?: string }) => {
    const { attackCommand } = await import('./commands/attack.ts')
    process.exitCode = await attackCommand(options)
  })

program
  .command('doctor')
  .description('what this machine has and lacks, and how to mend it')
  .option('--gpu', 'train on the GPU and name it; without one that is a failure')
  .action(async (options: { gpu?: true }) => {
    const { doctorCommand } = await import('./commands/doctor.ts')
    process.exitCode = await doctorCommand({ gpu: options.gpu === true })
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : BAD_USAGE
  else {
    console.error(`gradus: ${error instanceof EnvError || error instanceof Error ? error.message : error}`)
    process.exitCode = PLATFORM_FAILED
  }
}
