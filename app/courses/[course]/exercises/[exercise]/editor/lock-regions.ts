import type { editor, IDisposable, Range } from 'monaco-editor'

type Editor = editor.IStandaloneCodeEditor

export interface LockedText {
  /** The slot's name, for the message. */
  name: string
  /** The statement exactly as the starter has it. */
  text: string
}

export interface Lock extends IDisposable {
  /** Lets one edit of ours through: another submission's code may hold other versions. */
  allow: (edit: () => void) => void
}

interface Region extends LockedText {
  range: Range
}

export const refusal = (name: string): string => `\`${name}\` is locked: the given version is used.`

/**
 * Keeps the given statements of a file as they are. Two lines of defence: while the cursor or selection touches one, the
 * editor is read-only and says why; and an edit that reaches one some other way (replace all, moving lines) is undone.
 * A file that does not hold a text word for word has nothing to protect there; the grader ignores such a version.
 */
export function lockRegions(instance: Editor, locked: readonly LockedText[], onRefused: (name: string) => void): Lock {
  const decorations = instance.createDecorationsCollection()
  let regions: Region[] = []
  let lastGood = instance.getValue()
  let allowed = false

  const find = (): Region[] =>
    locked.flatMap(({ name, text }) => {
      const match = instance.getModel()?.findMatches(text, false, false, true, null, false)[0]
      return match ? [{ name, text, range: match.range }] : []
    })

  const mark = () => {
    decorations.set(
      regions.map(({ name, range }) => ({
        range,
        options: {
          isWholeLine: true,
          className: 'locked-lines',
          inlineClassName: 'locked-code',
          linesDecorationsClassName: 'locked-edge',
          hoverMessage: { value: refusal(name) },
        },
      })),
    )
  }

  const touched = (): Region | undefined =>
    regions.find(({ range }) =>
      instance
        .getSelections()
        ?.some(
          (selection) =>
            selection.startLineNumber <= range.endLineNumber && selection.endLineNumber >= range.startLineNumber,
        ),
    )

  const guard = () => {
    const region = touched()
    instance.updateOptions({
      readOnly: region !== undefined,
      ...(region ? { readOnlyMessage: { value: refusal(region.name) } } : {}),
    })
  }

  const restore = () => {
    const model = instance.getModel()
    const broken = regions.find(({ text }) => !instance.getValue().includes(text))
    if (!model || !broken) return
    instance.updateOptions({ readOnly: false })
    instance.trigger('locked', 'undo', null)
    if (regions.some(({ text }) => !instance.getValue().includes(text))) {
      // The undo step held more or less than the edit: put the text back as it was.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text: lastGood }], () => null)
    }
    onRefused(broken.name)
    refresh()
  }

  const refresh = () => {
    regions = find()
    lastGood = instance.getValue()
    mark()
    guard()
  }

  refresh()
  const listeners = [
    instance.onDidChangeCursorSelection(guard),
    instance.onDidChangeModelContent((event) => {
      if (event.isFlush || allowed) return refresh()
      const value = instance.getValue()
      if (regions.some(({ text }) => !value.includes(text))) {
        // An edit may not be answered by an edit while it is still being told.
        setTimeout(restore, 0)
        return
      }
      refresh()
    }),
  ]
  return {
    allow(edit) {
      allowed = true
      edit()
      allowed = false
    },
    dispose() {
      for (const listener of listeners) listener.dispose()
      decorations.clear()
      instance.updateOptions({ readOnly: false })
    },
  }
}
